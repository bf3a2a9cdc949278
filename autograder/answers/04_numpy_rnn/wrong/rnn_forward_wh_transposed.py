"""The state is multiplied from the left.

fails: rnn_forward-values
message: Wh transposed
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + h @ Wh + b)
        states.append(h)
    return np.stack(states)
