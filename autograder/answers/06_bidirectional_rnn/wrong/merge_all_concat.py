"""The mode is ignored.

fails: merge-elementwise merge-words
message: side by side
"""

# %% merge
def merge(fwd, bwd, mode):
    return np.concatenate([fwd, bwd], axis=-1)
