"""The ValueError comes for an open batch in any model.

fails: accepts-batch
message: an open batch, not stateful
"""

# %% accepts
def accepts(declared, given, stateful):
    if declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]
