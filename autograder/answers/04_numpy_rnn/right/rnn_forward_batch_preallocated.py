"""A preallocated array."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    B, T, _ = x.shape
    states = np.empty((B, T, bias.shape[0]))
    h = h0
    for t in range(T):
        states[:, t, :] = np.tanh(x[:, t, :] @ kernel + h @ recurrent_kernel + bias)
        h = states[:, t, :]
    return states
