"""The new state is added to the old one.

fails: rnn_forward-values
message: state before added
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = h + np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
