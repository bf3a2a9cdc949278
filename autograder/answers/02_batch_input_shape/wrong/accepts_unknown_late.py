"""The ValueError comes only where everything else fits.

fails: accepts-unknown
message: cannot be built
"""

# %% accepts
def accepts(declared, given, stateful):
    if declared[2] != given[2]:
        return False
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]
