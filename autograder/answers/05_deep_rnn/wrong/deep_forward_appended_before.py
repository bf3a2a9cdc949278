"""The state is appended before it is updated.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: begins with the initial state
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            states.append(h)
            h = step(x[:, t], h, *weights)
        x = np.stack(states, axis=1)
    return x
