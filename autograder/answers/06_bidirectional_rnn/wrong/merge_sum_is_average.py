"""The sum is halved.

fails: merge-elementwise
message: is the average
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return (fwd + bwd) / 2
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
