"""The loop stops before index 0.

fails: backward_states-values backward_states-order backward_states-edge
message: the first word is not read
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for t in range(len(x) - 1, 0, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.array(states[::-1])
