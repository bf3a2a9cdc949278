"""Rows times vectors, summed; written into a new array."""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.empty(len(b))
    for i in range(len(b)):
        new[i] = np.tanh((Wx[i] * x_t).sum() + (Wh[i] * h).sum() + b[i])
    return new
