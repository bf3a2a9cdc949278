"""Stacked along a new axis.

fails: merge-concat merge-batch
message: stacks the halves along a new axis
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.stack([fwd, bwd])
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
