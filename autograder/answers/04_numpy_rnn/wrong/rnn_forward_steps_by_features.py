"""The loop runs over range(inputs.shape[1]).

fails: rnn_forward-values rnn_forward-state
message: stops after D steps
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(inputs.shape[1]):
        if t < len(inputs):
            h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
            states.append(h)
    return np.stack(states)
