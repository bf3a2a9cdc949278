"""The loop starts one word too early.

fails: backward_states-values backward_states-order backward_states-edge
message: the last word is not read
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for t in range(len(x) - 2, -1, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.array(states[::-1])
