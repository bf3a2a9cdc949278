"""The caller's list is reversed, so that pop gives the lowest layer; a copy is emptied.

fails: deep_forward-unchanged
message: changed by the function
"""

# %% deep_forward
def deep_forward(x, layers):
    layers.reverse()
    todo = list(layers)
    while todo:
        weights = todo.pop()
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x
