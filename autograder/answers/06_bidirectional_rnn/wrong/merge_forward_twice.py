"""The forward half is taken twice.

fails: merge-concat merge-batch
message: forward half twice
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, fwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
