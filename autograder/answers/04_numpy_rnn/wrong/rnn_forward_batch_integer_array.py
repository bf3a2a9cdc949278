"""The array of states takes over the dtype of x.

fails: rnn_forward_batch-integers
message: cut to whole numbers
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    states = np.zeros((x.shape[0], x.shape[1], len(bias)), dtype=x.dtype)
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states[:, t] = h
    return states
