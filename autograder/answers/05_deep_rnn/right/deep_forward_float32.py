"""float32 throughout."""

# %% deep_forward
def deep_forward(x, layers):
    out = np.asarray(x, dtype=np.float32)
    for weights in layers:
        kernel, recurrent_kernel, bias = (w.astype("float32") for w in weights)
        h = np.zeros((out.shape[0], bias.size), dtype="float32")
        states = []
        for t in range(out.shape[1]):
            h = step(out[:, t], h, kernel, recurrent_kernel, bias)
            states.append(h)
        out = np.stack(states, axis=1)
    return out
