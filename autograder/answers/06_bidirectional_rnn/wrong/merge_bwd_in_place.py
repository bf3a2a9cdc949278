"""The product is made inside the caller's array.

fails: merge-unchanged
message: caller's bwd is changed
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return np.multiply(fwd, bwd, out=bwd)
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
