"""The initial state is added as it is, not through Wh.

fails: rnn_forward-state
message: goes through Wh
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = []
    for x_t in inputs:
        if states:
            before = Wh @ states[-1]
        else:
            before = 0 if h0 is None else h0
        states.append(np.tanh(Wx @ x_t + before + b))
    return np.array(states)
