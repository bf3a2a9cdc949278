"""The state is built up inside the caller's bias.

fails: backward_states-unchanged
message: caller's bias is changed
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    b = bias.copy()
    h = bias
    h[:] = 0
    states = []
    for x_t in x[::-1]:
        h[:] = step(x_t, h, kernel, recurrent_kernel, b)
        states.append(h.copy())
    return np.stack(states[::-1])
