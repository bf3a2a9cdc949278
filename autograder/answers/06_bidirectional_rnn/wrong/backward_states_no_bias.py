"""An own step without the bias.

fails: backward_states-values
message: without the bias
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(x_t @ kernel + h @ recurrent_kernel)
        states.append(h)
    return np.stack(states[::-1])
