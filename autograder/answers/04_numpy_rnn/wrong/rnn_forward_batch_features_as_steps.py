"""The loop runs over the features.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: features for time steps
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[2]):
        h = np.tanh(x[:, :, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)
