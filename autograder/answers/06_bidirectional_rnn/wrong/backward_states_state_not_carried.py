"""The new state is never stored in h.

fails: backward_states-values backward_states-order
message: never carries the state on
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        states.append(step(x_t, h, kernel, recurrent_kernel, bias))
    return np.stack(states[::-1])
