"""The new state is kept under another name and never passed on.

fails: rnn_forward-values rnn_forward-state
message: never updates
"""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    hidden_state_t = np.zeros(len(b)) if h0 is None else h0
    total = []
    for input_t in inputs:
        output_t = np.tanh(np.dot(Wx, input_t) + np.dot(Wh, hidden_state_t) + b)
        total.append(output_t)
    return np.stack(total, axis=0)
