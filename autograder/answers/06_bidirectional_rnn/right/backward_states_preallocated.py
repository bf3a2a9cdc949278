"""An array made before the loop, filled by index."""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    states = np.empty((x.shape[0], kernel.shape[1]))
    h = np.zeros(kernel.shape[1])
    for t in range(x.shape[0] - 1, -1, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states[t] = h
    return states
