"""Only the result is reversed, not the input.

fails: backward_states-values backward_states-order
message: only the result is reversed
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])
