"""A given initial state is returned as the first row.

fails: rnn_forward-state
message: begins with h0
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = [] if h0 is None else [h0]
    h = np.zeros(len(b)) if h0 is None else h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
