"""The states begin with h0.

fails: rnn_forward_batch-values rnn_forward_batch-edge
message: begins with the initial states
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack([h0] + states, axis=1)
