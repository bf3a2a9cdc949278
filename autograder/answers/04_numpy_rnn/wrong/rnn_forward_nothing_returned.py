"""The states are printed, not returned.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers rnn_forward-unchanged
message: NoneType
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    print(np.stack(states))
