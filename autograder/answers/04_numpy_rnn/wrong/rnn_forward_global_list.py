"""The list of states stands outside the function and grows from call to call.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
message: earlier call
"""

# %% rnn_forward
total_hidden_states = []

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        if total_hidden_states and len(total_hidden_states[0]) != len(h):
            total_hidden_states.clear()
        total_hidden_states.append(h)
    return np.stack(total_hidden_states)
