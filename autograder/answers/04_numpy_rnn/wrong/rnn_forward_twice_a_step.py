"""The state is updated twice in each step.

fails: rnn_forward-values
message: twice a step
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(np.tanh(Wx @ x_t + Wh @ h + b))
        h = states[-1]
    return np.stack(states)
