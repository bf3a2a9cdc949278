"""Fewer time steps pass, more do not.

fails: accepts-steps
message: only fewer time steps
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    if given[1] > declared[1]:
        return False
    return declared[2] == given[2]
