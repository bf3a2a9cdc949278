"""The input is cleared once it was read.

fails: rnn_forward_batch-unchanged
message: x is changed
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return (np.stack(states, axis=1), x.fill(0))[0]
