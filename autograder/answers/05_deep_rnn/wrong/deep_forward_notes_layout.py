"""The layout of the notes is assumed: both weights transposed.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: kernels and recurrent kernels transposed
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, weights[0].T, weights[1].T, weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x
