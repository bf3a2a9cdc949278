"""Without h0 the function stops.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
message: stopped with
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = []
    h = h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
