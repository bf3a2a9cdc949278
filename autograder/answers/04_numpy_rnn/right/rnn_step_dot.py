"""np.dot and a sum of three terms in a list."""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    terms = [np.dot(Wx, x_t), np.dot(Wh, h), b]
    return np.tanh(sum(terms))
