"""Ten steps are written into the loop.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers rnn_forward-unchanged
message: stopped with IndexError
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(10):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states.append(h)
    return np.stack(states)
