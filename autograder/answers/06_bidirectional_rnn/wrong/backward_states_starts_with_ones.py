"""Starts from a state of ones.

fails: backward_states-values
message: state of ones
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.ones(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])
