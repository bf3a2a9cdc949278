"""The average is a sum.

fails: merge-elementwise
message: is the sum
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
        return fwd + bwd
    raise ValueError(mode)
