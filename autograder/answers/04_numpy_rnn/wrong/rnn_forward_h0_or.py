"""`h0 or zeros`: an array has no truth value.

fails: rnn_forward-state rnn_forward-unchanged
message: truth value
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = h0 or np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
