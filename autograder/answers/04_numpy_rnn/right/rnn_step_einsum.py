"""einsum for both products."""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.einsum("hd,d->h", Wx, x_t) + np.einsum("ij,j->i", Wh, h) + b)
