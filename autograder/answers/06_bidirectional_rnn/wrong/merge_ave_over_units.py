"""np.mean over the last axis instead of over the two halves.

fails: merge-elementwise
message: mean over the units
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return np.mean([fwd, bwd], axis=-1)
    raise ValueError(mode)
