"""Time in the outer loop, the layers inside."""

# %% deep_forward
def deep_forward(x, layers):
    h = [np.zeros((x.shape[0], bias.shape[0])) for _, _, bias in layers]
    out = []
    for t in range(x.shape[1]):
        below = x[:, t]
        for k, (kernel, recurrent_kernel, bias) in enumerate(layers):
            h[k] = step(below, h[k], kernel, recurrent_kernel, bias)
            below = h[k]
        out.append(below)
    return np.array(out).transpose(1, 0, 2)
