"""An assert instead of a ValueError.

fails: merge-words
message: stops with AssertionError
"""

# %% merge
def merge(fwd, bwd, mode):
    assert mode in ("concat", "sum", "mul", "ave")
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    return None
