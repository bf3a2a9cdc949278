"""ReLU in place of tanh.

fails: rnn_forward-values
message: ReLU
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.maximum(Wx @ x_t + Wh @ h + b, 0)
        states.append(h)
    return np.array(states)
