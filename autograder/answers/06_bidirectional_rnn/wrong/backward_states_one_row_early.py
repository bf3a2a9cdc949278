"""Each state is stored one row too early.

fails: backward_states-values backward_states-order
message: one row too early
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    states = np.zeros((len(x), len(bias)))
    h = np.zeros(len(bias))
    for t in reversed(range(len(x))):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states[t - 1] = h
    return states
