"""A word of zeros is taken for padding and leaves the state as it is.

fails: rnn_forward-values
message: leaves out a word of zeros
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        if np.any(x_t):
            h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.array(states)
