"""The state is read back out of an array of whole numbers.

fails: rnn_forward-integers
message: cut to whole numbers
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = np.zeros((len(inputs), len(b)), dtype=inputs.dtype)
    h = np.zeros(len(b)) if h0 is None else h0
    for t in range(len(inputs)):
        states[t] = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        h = states[t]
    return states
