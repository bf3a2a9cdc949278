"""The sizes are compared by `is`, which holds for small numbers only.

fails: accepts-batch accepts-features
message: compare by ==
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] is not given[0]:
        return False
    return declared[2] is given[2]
