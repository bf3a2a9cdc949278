"""An own step that multiplies the state element by element with the diagonal.

fails: backward_states-values
message: element by element
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(x_t @ kernel + h * recurrent_kernel.diagonal() + bias)
        states.append(h)
    return np.stack(states[::-1])
