"""The list of rows is made by multiplying one list.

fails: rnn_forward-values rnn_forward-edge
message: one array many times
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = [[0.0] * len(b)] * len(inputs)
    for t in range(len(inputs)):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states[t][:] = list(h)
    return np.array(states)
