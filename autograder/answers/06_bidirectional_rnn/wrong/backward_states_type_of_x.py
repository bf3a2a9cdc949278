"""The array for the states takes the type of x.

fails: backward_states-integers
message: cast to integers
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    states = np.zeros((len(x), len(bias)), dtype=x.dtype)
    h = np.zeros(len(bias))
    for t in range(len(x) - 1, -1, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states[t] = h
    return states
