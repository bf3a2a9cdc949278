"""A stateful model is thought to hold to the whole shape.

fails: accepts-steps
message: holds a stateful model to its declared time steps
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and tuple(declared[:2]) != tuple(given[:2]):
        return False
    return declared[2] == given[2]
