"""The input dimension is thought to be free.

fails: accepts-features
message: any input dimension
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return True
