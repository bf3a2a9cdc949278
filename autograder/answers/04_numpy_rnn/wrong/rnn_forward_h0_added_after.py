"""h0 is added to the finished states.

fails: rnn_forward-state
message: added at the end
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    states = np.stack(states)
    return states if h0 is None else states + h0
