"""A stateful model is thought to take smaller batches.

fails: accepts-check accepts-batch
message: smaller batches
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and given[0] > declared[0]:
        return False
    return declared[2] == given[2]
