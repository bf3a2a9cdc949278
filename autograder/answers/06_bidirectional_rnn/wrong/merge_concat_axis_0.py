"""Concatenated on axis 0.

fails: merge-concat merge-batch
message: along the time axis
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd])
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
