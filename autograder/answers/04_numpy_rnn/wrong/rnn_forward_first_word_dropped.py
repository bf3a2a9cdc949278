"""The loop starts at t = 1, as the formula does.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge
message: lacks the first word
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(1, len(inputs)):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states.append(h)
    return np.array(states)
