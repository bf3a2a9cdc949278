"""The array of states takes over the dtype of the inputs.

fails: rnn_forward-integers
message: cut to whole numbers
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = np.zeros((len(inputs), len(b)), dtype=inputs.dtype)
    for t, x_t in enumerate(inputs):
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states[t] = h
    return states
