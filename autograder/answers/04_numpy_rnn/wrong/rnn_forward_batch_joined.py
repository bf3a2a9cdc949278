"""The states are joined on the axis of units.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: side by side
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.concatenate(states, axis=1)
