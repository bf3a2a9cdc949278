"""Sum and average are made inside the caller's array.

fails: merge-unchanged
message: caller's fwd is changed
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "mul":
        return fwd * bwd
    if mode not in ("sum", "ave"):
        raise ValueError(mode)
    fwd += bwd
    return fwd if mode == "sum" else fwd / 2
