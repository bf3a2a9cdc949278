"""One matrix for [x, h]."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    W = np.vstack([kernel, recurrent_kernel])
    h, states = h0, []
    for t in range(x.shape[1]):
        h = np.tanh(np.hstack([x[:, t], h]) @ W + bias)
        states.append(h)
    return np.dstack(states).swapaxes(1, 2)
