"""The weights are drawn inside the function.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
message: draw random numbers
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    Wx = np.random.uniform(-1, 1, (len(b), inputs.shape[1]))
    Wh = np.random.uniform(-1, 1, (len(b), len(b)))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
