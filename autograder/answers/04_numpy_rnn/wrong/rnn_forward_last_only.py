"""Only the last state is returned.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge
message: last state only
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
    return h
