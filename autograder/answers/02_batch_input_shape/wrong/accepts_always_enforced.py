"""A declared batch size is thought to be enforced in any model.

fails: accepts-check accepts-batch
message: stateful or not
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if declared[0] is not None and declared[0] != given[0]:
        return False
    return declared[2] == given[2]
