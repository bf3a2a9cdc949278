"""np.dot and np.stack."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(np.dot(x[:, t, :], kernel) + np.dot(h, recurrent_kernel) + bias)
        states.append(h)
    return np.stack(states, axis=1)
