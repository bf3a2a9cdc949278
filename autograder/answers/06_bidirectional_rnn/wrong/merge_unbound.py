"""The result has no value for an unknown word.

fails: merge-words
message: stops with UnboundLocalError
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        out = np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        out = fwd + bwd
    if mode == "mul":
        out = fwd * bwd
    if mode == "ave":
        out = (fwd + bwd) / 2
    return out
