"""Starts from the last state of a forward pass.

fails: backward_states-values backward_states-order backward_states-edge
message: starts from the last state of a forward pass
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])
