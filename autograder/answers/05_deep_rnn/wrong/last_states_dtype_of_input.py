"""The array for the states has the dtype of the input.

fails: last_states-integers
message: takes its dtype from x
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        states = np.zeros((x.shape[0], x.shape[1], len(weights[2])), dtype=x.dtype)
        h = np.zeros((x.shape[0], len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states[:, t] = h
        x = states
        last.append(states[:, -1])
    return last
