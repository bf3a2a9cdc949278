"""An own step with a sigmoid.

fails: backward_states-values
message: sigmoid
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = 1 / (1 + np.exp(-(x_t @ kernel + h @ recurrent_kernel + bias)))
        states.append(h)
    return np.stack(states[::-1])
