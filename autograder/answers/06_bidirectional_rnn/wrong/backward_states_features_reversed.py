"""The features are reversed instead of the words.

fails: backward_states-values backward_states-order backward_states-edge
message: features reversed instead of the words
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[:, ::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)
