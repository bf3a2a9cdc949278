"""The result is turned back on the axis of the units.

fails: backward_states-values backward_states-order
message: units reversed instead of the time steps
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)[:, ::-1]
