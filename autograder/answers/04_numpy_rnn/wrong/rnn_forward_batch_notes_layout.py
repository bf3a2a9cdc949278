"""Both kernels are turned, as in the notes.

fails: rnn_forward_batch-values rnn_forward_batch-edge
message: both kernels transposed
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel.T + h @ recurrent_kernel.T + bias)
        states.append(h)
    return np.stack(states, axis=1)
