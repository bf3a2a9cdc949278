"""An axis of size 1 is lost.

fails: rnn_forward-edge
message: lacks the axis
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.squeeze(np.stack(states))
