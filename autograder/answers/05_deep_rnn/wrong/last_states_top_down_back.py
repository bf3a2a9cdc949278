"""The layers from the top down, the list turned back.

fails: last_states-values last_states-square
message: turned back
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers[::-1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last[::-1]
