"""float32 throughout."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    x, kernel, recurrent_kernel, bias, h = (np.asarray(a, dtype="float32") for a in (x, kernel, recurrent_kernel, bias, h0))
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h[:, np.newaxis])
    return np.concatenate(states, axis=1)
