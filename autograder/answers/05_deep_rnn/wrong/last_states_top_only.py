"""Only the state of the top layer.

fails: last_states-values last_states-square last_states-edge last_states-integers
message: top layer alone
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last[-1]
