"""The hidden size is a global number.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
message: stopped with ValueError
"""

# %% rnn_forward
hidden_size = 8

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(hidden_size) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
