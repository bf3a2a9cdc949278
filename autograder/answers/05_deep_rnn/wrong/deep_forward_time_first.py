"""The time axis stays in front.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: time axis before the batch axis
"""

# %% deep_forward
def deep_forward(x, layers):
    x = np.swapaxes(x, 0, 1)
    for kernel, recurrent_kernel, bias in layers:
        h = np.zeros((x.shape[1], bias.size))
        states = []
        for x_t in x:
            h = step(x_t, h, kernel, recurrent_kernel, bias)
            states.append(h)
        x = np.stack(states)
    return x
