"""One array is written again and again, and the list holds it many times.

fails: rnn_forward-values rnn_forward-edge
message: one array many times
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0.astype(float)
    states = []
    for x_t in inputs:
        h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
