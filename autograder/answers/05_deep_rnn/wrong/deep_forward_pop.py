"""The layers are taken off the caller's list.

fails: deep_forward-unchanged
message: lost or gained a layer
"""

# %% deep_forward
def deep_forward(x, layers):
    while layers:
        kernel, recurrent_kernel, bias = layers.pop(0)
        h = np.zeros((len(x), len(bias)))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, kernel, recurrent_kernel, bias)
            states.append(h)
        x = np.stack(states, axis=1)
    return x
