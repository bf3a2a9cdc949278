"""The list begins with the initial state.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge
message: begins with the initial state
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = [np.zeros(len(b)) if h0 is None else h0]
    for x_t in inputs:
        states.append(np.tanh(Wx @ x_t + Wh @ states[-1] + b))
    return np.stack(states)
