"""Any other word is taken for ave.

fails: merge-words
message: returns something
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    elif mode == "sum":
        return fwd + bwd
    elif mode == "mul":
        return fwd * bwd
    else:
        return (fwd + bwd) / 2
