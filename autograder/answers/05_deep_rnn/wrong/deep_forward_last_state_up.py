"""A layer hands only its last state to the next one.

fails: deep_forward-values deep_forward-square deep_forward-unchanged
message: stopped with
"""

# %% deep_forward
def deep_forward(x, layers):
    for k, weights in enumerate(layers):
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = h if k < len(layers) - 1 else np.stack(states, axis=1)
    return x
