"""A dict that is asked for an unknown key.

fails: merge-words
message: stops with KeyError
"""

# %% merge
def merge(fwd, bwd, mode):
    return {
        "concat": np.concatenate([fwd, bwd], axis=-1),
        "sum": fwd + bwd,
        "mul": fwd * bwd,
        "ave": (fwd + bwd) / 2,
    }[mode]
