"""One matrix for [h, x]."""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.hstack([Wh, Wx]) @ np.concatenate([h, x_t]) + b)
