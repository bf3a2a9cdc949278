"""The last time step is dropped.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: lacks the last time step
"""

# %% deep_forward
def deep_forward(x, layers):
    out = x
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(out.shape[1]):
            h = step(out[:, t], h, *weights)
            states.append(h)
        out = np.stack(states, axis=1)
    return out[:, :-1]
