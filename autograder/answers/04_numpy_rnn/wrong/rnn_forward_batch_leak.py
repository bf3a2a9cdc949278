"""Sentence by sentence, and the state of one goes on into the next.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: into the next
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0[0]
    out = []
    for sentence in x:
        rows = []
        for word in sentence:
            h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
            rows.append(h)
        out.append(rows)
    return np.array(out)
