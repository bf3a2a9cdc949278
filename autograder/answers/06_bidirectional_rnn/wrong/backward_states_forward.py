"""A forward pass: nothing is reversed.

fails: backward_states-values backward_states-order
message: forward states: the sentence is not read
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)
