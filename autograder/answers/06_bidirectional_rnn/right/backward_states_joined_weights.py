"""[x, h] joined, one matrix."""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    W = np.vstack([kernel, recurrent_kernel])
    h = np.zeros(len(bias))
    states = []
    for x_t in np.flip(x, axis=0):
        h = np.tanh(np.concatenate([x_t, h]) @ W + bias)
        states.append(h)
    states.reverse()
    return np.vstack(states)
