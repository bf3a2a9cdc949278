"""Sentence by sentence, with one initial state left over for all.

fails: rnn_forward_batch-state
message: last row of h0
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    for start in h0:
        h_start = start
    out = []
    for sentence in x:
        h, rows = h_start, []
        for word in sentence:
            h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
            rows.append(h)
        out.append(rows)
    return np.array(out)
