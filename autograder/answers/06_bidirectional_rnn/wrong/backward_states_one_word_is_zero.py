"""A sentence of one word is treated as a case of its own, and stays zero.

fails: backward_states-edge
message: For a sentence of one word
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    T = len(x)
    states = np.zeros((T, len(bias)))
    for t in range(T - 1, -1, -1):
        states[t] = step(x[t], states[t + 1] if t + 1 < T else states[0], kernel, recurrent_kernel, bias)
    states[0] = states[0] if T > 1 else 0
    return states
