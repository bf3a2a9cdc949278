"""The word for the average is misspelt.

fails: merge-elementwise
message: stopped with ValueError
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "avg":
        return (fwd + bwd) / 2
    raise ValueError(mode)
