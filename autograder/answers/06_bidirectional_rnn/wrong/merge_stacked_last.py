"""Stacked along a new last axis.

fails: merge-concat merge-batch
message: new last axis
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.stack([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
