"""The state is appended before it is updated.

fails: rnn_forward-values rnn_forward-state
message: one step late
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        states.append(h)
        h = np.tanh(Wx @ x_t + Wh @ h + b)
    return np.stack(states)
