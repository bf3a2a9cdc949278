"""The initial state is set inside the loop.

fails: rnn_forward-values rnn_forward-state
message: never updates
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = []
    for x_t in inputs:
        h = np.zeros(len(b)) if h0 is None else h0
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
