"""The loop runs over the batch and the states are stacked on axis 1.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: along time
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for x_t in x:
        h = np.tanh(np.dot(x_t, kernel) + np.dot(h, recurrent_kernel) + bias)
        states.append(h)
    return np.stack(states, axis=1)
