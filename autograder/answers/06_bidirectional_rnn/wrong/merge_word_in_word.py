"""The mode is looked for with `in`, so that a part of a word is taken for the word.

fails: merge-words
message: For mode='con'
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode in "concat":
        return np.concatenate([fwd, bwd], -1)
    if mode in "sum":
        return fwd + bwd
    if mode in "mul":
        return fwd * bwd
    if mode in "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
