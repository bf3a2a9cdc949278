"""The loop runs over range(len(x)).

fails: rnn_forward_batch-values rnn_forward_batch-edge
message: stops after B steps
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(min(len(x), x.shape[1])):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)
