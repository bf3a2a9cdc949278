"""`h0 == None` compares element by element.

fails: rnn_forward-state rnn_forward-unchanged
message: truth value
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    if h0 == None:
        h = np.zeros(len(b))
    else:
        h = h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)
