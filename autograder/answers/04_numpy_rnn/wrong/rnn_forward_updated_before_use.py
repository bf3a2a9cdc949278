"""The state goes through Wh before the step and again in it.

fails: rnn_forward-values
message: right shape
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wh @ h + b)
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
