"""Rows are written at t - 1.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge
message: shifted by one row
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = np.zeros((len(inputs), len(b)))
    for t in range(len(inputs)):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states[t - 1] = h
    return states
