"""np.mean without an axis.

fails: merge-elementwise
message: average over all numbers
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
        return np.mean([fwd, bwd])
    raise ValueError(mode)
