"""The state is kept as an integer array; the collected states are floats.

fails: deep_forward-integers
message: forgets the state at each step
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])), dtype=x.dtype)
        states = []
        for t in range(x.shape[1]):
            new = step(x[:, t], h, *weights)
            states.append(new)
            h[:] = new
        x = np.stack(states, axis=1)
    return x
