"""The state is appended before it is updated.

fails: rnn_forward_batch-values rnn_forward_batch-state
message: one step late
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        states.append(h)
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
    return np.stack(states, axis=1)
