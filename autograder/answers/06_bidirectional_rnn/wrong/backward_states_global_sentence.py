"""Reads the notebook's sentence instead of its argument.

fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
message: not defined
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in sentence[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])
