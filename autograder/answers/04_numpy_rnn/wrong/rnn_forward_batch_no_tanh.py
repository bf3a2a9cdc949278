"""The activation is forgotten.

fails: rnn_forward_batch-values
message: no tanh
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = x[:, t] @ kernel + h @ recurrent_kernel + bias
        states.append(h)
    return np.stack(states, axis=1)
