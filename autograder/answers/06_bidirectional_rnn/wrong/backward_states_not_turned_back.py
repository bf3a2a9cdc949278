"""The states stay in the order of reading.

fails: backward_states-order
message: not put back into time order
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)
