"""The recurrent kernel is multiplied from the other side.

fails: backward_states-values
message: recurrent kernel transposed
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel.T, bias)
        states.append(h)
    return np.stack(states[::-1])
