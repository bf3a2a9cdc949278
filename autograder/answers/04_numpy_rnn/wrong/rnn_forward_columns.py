"""The loop runs over the columns of the sentence.

fails: rnn_forward-values rnn_forward-state rnn_forward-edge
message: columns for time steps
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(inputs.shape[1]):
        h = np.tanh(Wx @ inputs[:, t] + Wh @ h + b)
        states.append(h)
    return np.stack(states)
