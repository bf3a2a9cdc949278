"""Axis 0 for a batch, the right one for a sentence.

fails: merge-batch
message: along the batch axis
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=1 if fwd.ndim == 2 else 0)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
