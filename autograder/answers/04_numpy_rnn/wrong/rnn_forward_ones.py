"""The initial state is of ones.

fails: rnn_forward-values
message: starts from ones
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.ones(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
