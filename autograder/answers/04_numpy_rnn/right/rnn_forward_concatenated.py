"""One matrix for [h, x]."""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    W = np.concatenate([Wh, Wx], axis=1)
    h = h0 if h0 is not None else np.zeros(W.shape[0])
    rows = []
    for x_t in inputs:
        h = np.tanh(W @ np.concatenate([h, x_t]) + b)
        rows.append(h[np.newaxis])
    return np.concatenate(rows, axis=0)
