"""Wx multiplies the state and Wh the input.

fails: rnn_forward-values rnn_forward-edge
message: crossed
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wh @ x_t + Wx @ h + b)
        states.append(h)
    return np.stack(states)
