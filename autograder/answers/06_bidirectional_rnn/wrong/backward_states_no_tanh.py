"""An own step without tanh.

fails: backward_states-values
message: has no tanh
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = x_t @ kernel + h @ recurrent_kernel + bias
        states.append(h)
    return np.stack(states[::-1])
