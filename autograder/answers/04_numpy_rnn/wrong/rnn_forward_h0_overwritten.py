"""The states are computed in the array of h0, which the caller still holds.

fails: rnn_forward-state rnn_forward-unchanged
message: h0 is changed
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h.copy())
    return np.stack(states)
