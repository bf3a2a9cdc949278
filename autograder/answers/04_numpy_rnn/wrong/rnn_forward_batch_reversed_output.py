"""Each state is put in front of the list.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: reversed order
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.insert(0, h)
    return np.stack(states, axis=1)
