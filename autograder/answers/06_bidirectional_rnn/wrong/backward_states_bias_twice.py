"""The bias is added twice.

fails: backward_states-values
message: bias added twice
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, 2 * bias)
        states.append(h)
    return np.stack(states[::-1])
