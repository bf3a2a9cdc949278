"""A list of lists is returned."""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for t in range(len(x)):
        h = step(x[len(x) - 1 - t], h, kernel, recurrent_kernel, bias)
        states = [list(h)] + states
    return states
