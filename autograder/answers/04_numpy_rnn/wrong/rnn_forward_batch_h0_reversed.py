"""Sentences and initial states are matched from the wrong end.

fails: rnn_forward_batch-state
message: right shape
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    out = []
    for i in range(len(x)):
        h, rows = h0[-1 - i], []
        for word in x[i]:
            h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
            rows.append(h)
        out.append(rows)
    return np.array(out)
