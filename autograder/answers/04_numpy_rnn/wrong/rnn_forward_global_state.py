"""The state stands outside the function, so the next call goes on from it.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
message: earlier call
"""

# %% rnn_forward
hidden_state = None

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    global hidden_state
    if h0 is not None:
        hidden_state = h0
    if hidden_state is None or len(hidden_state) != len(b):
        hidden_state = np.zeros(len(b))
    states = []
    for x_t in inputs:
        hidden_state = np.tanh(Wx @ x_t + Wh @ hidden_state + b)
        states.append(hidden_state)
    return np.stack(states)
