"""Smaller input dimensions are thought to fit.

fails: accepts-features
message: smaller input dimensions
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] >= given[2]
