"""The two settings are mixed up.

fails: accepts-check accepts-batch
message: mixed up
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if not stateful and declared[0] not in (None, given[0]):
        return False
    return declared[2] == given[2]
