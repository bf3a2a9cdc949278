"""(T, B, H) is brought into shape by reshape.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: reshape moves no axis
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.array(states).reshape(x.shape[0], x.shape[1], len(bias))
