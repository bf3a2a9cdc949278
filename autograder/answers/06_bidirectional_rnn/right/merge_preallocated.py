"""An array made before, filled by halves."""

# %% merge
def merge(fwd, bwd, mode):
    H = fwd.shape[-1]
    if mode == "concat":
        out = np.empty(fwd.shape[:-1] + (2 * H,))
        out[..., :H], out[..., H:] = fwd, bwd
        return out
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
