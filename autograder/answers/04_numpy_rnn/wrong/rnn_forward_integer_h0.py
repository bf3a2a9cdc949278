"""A buffer with the dtype of h0.

fails: rnn_forward-state
message: For h0 of whole numbers
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0.copy()
    states = []
    for x_t in inputs:
        h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h.copy())
    return np.stack(states)
