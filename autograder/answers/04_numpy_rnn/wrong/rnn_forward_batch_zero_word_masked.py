"""A word of zeros is taken for padding and leaves its sentence's state as it is.

fails: rnn_forward_batch-values
message: leaves out a word of zeros
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h, states = h0, []
    for t in range(x.shape[1]):
        new = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        h = np.where(np.any(x[:, t], axis=1, keepdims=True), new, h)
        states.append(h)
    return np.stack(states, axis=1)
