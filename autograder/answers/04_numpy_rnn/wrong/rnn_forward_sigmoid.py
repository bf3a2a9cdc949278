"""A sigmoid in place of tanh.

fails: rnn_forward-values
message: sigmoid
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = 1 / (1 + np.exp(-(Wx @ x_t + Wh @ h + b)))
        states.append(h)
    return np.array(states)
