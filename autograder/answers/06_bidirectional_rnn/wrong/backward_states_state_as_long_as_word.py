"""The initial state has the size of a word.

fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
message: stopped with ValueError
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(x.shape[1])
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])
