"""The loop runs over the batch axis.

fails: last_states-values last_states-square last_states-edge last_states-integers
message: batch axis for time
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros(len(weights[2]))
        states = []
        for x_t in x:
            h = step(x_t, h, *weights)
            states.append(h)
        x = np.stack(states)
        last.append(h)
    return last
