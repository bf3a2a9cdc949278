"""The zero state is made once: each layer starts from the last state of the one below.

fails: deep_forward-values deep_forward-square
message: last state of the one below
"""

# %% deep_forward
def deep_forward(x, layers):
    h = np.zeros((len(x), len(layers[0][2])))
    for weights in layers:
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x
