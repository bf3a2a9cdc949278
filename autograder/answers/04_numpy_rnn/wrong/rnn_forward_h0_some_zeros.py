"""An h0 with a zero in it counts as none.

fails: rnn_forward-state
message: holds some zeros is ignored
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = h0 if h0 is not None and np.all(h0) else np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.array(states)
