"""Axes of length 1 are squeezed out of the result.

fails: backward_states-edge
message: keep both axes
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.squeeze(np.stack(states[::-1]))
