"""One array is written again and again.

fails: rnn_forward_batch-values rnn_forward_batch-edge
message: one array many times
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0.astype(float)
    states = []
    for t in range(x.shape[1]):
        h[:] = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)
