"""The weights are cleared once they were used.

fails: rnn_forward-unchanged
message: Wx is changed
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    Wx *= 0
    return np.stack(states)
