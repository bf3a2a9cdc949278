"""The sentences are read from their end.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: from their end
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in reversed(range(x.shape[1])):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)
