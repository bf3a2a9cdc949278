"""The activation is forgotten.

fails: rnn_forward-values
message: has no tanh
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = Wx @ x_t + Wh @ h + b
        states.append(h)
    return np.array(states)
