"""The layers are taken off the caller's list.

fails: last_states-unchanged
message: lost or gained a layer
"""

# %% last_states
def last_states(x, layers):
    last = []
    while layers:
        weights = layers.pop(0)
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last
