"""A condition that is always true.

fails: merge-elementwise merge-words
message: side by side
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat" or "join":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    return (fwd + bwd) / 2
