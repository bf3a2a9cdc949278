"""The caller's sentence is reversed in place.

fails: backward_states-unchanged
message: caller's x is changed
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    x[:] = x[::-1].copy()
    h = np.zeros(len(bias))
    states = []
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])
