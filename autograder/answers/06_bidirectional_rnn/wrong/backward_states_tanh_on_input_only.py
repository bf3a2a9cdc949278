"""An own step with tanh round the input term only.

fails: backward_states-values
message: tanh on the input term only
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(x_t @ kernel) + h @ recurrent_kernel + bias
        states.append(h)
    return np.stack(states[::-1])
