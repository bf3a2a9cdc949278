"""The hidden state is never carried on.

fails: last_states-values last_states-square last_states-edge last_states-integers
message: must be carried
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            states.append(step(x[:, t], h, *weights))
        x = np.stack(states, axis=1)
        last.append(states[-1])
    return last
