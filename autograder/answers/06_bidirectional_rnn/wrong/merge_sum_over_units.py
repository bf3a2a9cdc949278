"""np.sum over the units.

fails: merge-elementwise
message: all units
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return np.sum(fwd + bwd, axis=-1)
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
