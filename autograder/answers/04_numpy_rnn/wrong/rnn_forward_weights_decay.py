"""The recurrent weights are squared on the way: other weights at each step.

fails: rnn_forward-values rnn_forward-state
message: right shape
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    W = Wh.copy()
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + W @ h + b)
        W = W @ Wh
        states.append(h)
    return np.stack(states)
