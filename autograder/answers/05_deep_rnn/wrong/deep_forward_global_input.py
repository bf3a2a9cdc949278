"""The batch of the notebook is used instead of x.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
message: stopped with
"""

# %% deep_forward
def deep_forward(x, layers):
    x = batch
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x
