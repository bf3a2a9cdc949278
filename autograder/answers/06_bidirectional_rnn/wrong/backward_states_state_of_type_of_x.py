"""The state itself has the type of x, and is changed in place.

fails: backward_states-integers
message: cast to integers
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias), dtype=x.dtype)
    states = []
    for x_t in x[::-1]:
        h[:] = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h.copy())
    return np.stack(states[::-1])
