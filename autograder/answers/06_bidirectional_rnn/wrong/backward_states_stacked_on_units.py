"""The states are stacked along the wrong axis.

fails: backward_states-values backward_states-order backward_states-edge
message: axes (H, T)
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1], axis=1)
