"""Computes and returns float32."""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    x_t, h, Wx, Wh, b = (np.asarray(a, dtype=np.float32) for a in (x_t, h, Wx, Wh, b))
    return np.tanh(Wx @ x_t + Wh @ h + b)
