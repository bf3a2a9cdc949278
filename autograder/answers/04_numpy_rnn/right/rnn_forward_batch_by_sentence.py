"""Sentence by sentence, in nested loops; returns lists."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    out = []
    for sentence, start in zip(x, h0):
        h, rows = start, []
        for word in sentence:
            h = np.tanh(kernel.T @ word + recurrent_kernel.T @ h + bias)
            rows.append(list(h))
        out.append(rows)
    return out
