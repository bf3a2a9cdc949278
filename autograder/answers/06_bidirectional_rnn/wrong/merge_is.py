"""Strings are compared with `is`.

fails: merge-words
message: compare strings with ==
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode is "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode is "sum":
        return fwd + bwd
    if mode is "mul":
        return fwd * bwd
    if mode is "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
