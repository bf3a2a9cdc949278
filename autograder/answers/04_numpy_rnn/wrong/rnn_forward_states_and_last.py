"""States and last state are returned as a pair.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
message: rows differ
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states), h
