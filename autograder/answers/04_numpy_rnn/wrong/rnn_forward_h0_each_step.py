"""Every step reads h0.

fails: rnn_forward-state
message: every step from h0
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ (h if h0 is None else h0) + b)
        states.append(h)
    return np.stack(states)
