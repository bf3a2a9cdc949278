"""A sigmoid in place of tanh.

fails: rnn_forward_batch-values
message: sigmoid
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = 1 / (1 + np.exp(-(x[:, t] @ kernel + h @ recurrent_kernel + bias)))
        states.append(h)
    return np.stack(states, axis=1)
