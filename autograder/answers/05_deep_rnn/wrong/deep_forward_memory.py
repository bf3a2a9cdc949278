"""A default argument remembers the last states for the next call.

fails: deep_forward-unchanged
message: in a second call
"""

# %% deep_forward
def deep_forward(x, layers, memory={}):
    for k, weights in enumerate(layers):
        shape = (len(x), len(weights[2]))
        h = memory.get((k, shape), np.zeros(shape))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        memory[k, shape] = h
        x = np.stack(states, axis=1)
    return x
