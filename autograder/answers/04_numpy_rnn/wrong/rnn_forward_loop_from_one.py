"""The loop begins with the second word, and row 0 stays as it was made.

fails: rnn_forward-values rnn_forward-state
message: begins with the second word
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = np.zeros((len(inputs), len(b)))
    if h0 is not None:
        states[0] = h0
    for t in range(1, len(inputs)):
        states[t] = np.tanh(Wx @ inputs[t] + Wh @ states[t - 1] + b)
    return states
