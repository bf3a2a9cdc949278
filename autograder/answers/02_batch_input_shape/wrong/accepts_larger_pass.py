"""Smaller batches are refused, larger ones taken.

fails: accepts-batch
message: larger batches
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and given[0] < declared[0]:
        return False
    return declared[2] == given[2]
