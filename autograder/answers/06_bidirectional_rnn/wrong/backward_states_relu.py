"""An own step with ReLU.

fails: backward_states-values
message: relu
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.maximum(0, x_t @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states[::-1])
