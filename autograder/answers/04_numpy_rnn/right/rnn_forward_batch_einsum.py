"""einsum, all input terms ahead."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    ahead = np.einsum("btd,dh->bth", x, kernel) + bias
    states = []
    for t in range(ahead.shape[1]):
        before = states[-1] if t else h0
        states.append(np.tanh(ahead[:, t] + np.einsum("bi,ij->bj", before, recurrent_kernel)))
    return np.stack(states, axis=1)
