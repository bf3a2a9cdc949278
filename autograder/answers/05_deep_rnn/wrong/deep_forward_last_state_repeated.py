"""The upper layers read the last state from below at every time step.

fails: deep_forward-values deep_forward-square
message: at every time step
"""

# %% deep_forward
def deep_forward(x, layers):
    for k, weights in enumerate(layers):
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        if k < len(layers) - 1:
            states = [h] * len(states)
        x = np.stack(states, axis=1)
    return x
