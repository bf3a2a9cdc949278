"""A stateful model is thought to take multiples of its batch.

fails: accepts-batch
message: multiples
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and given[0] % declared[0] != 0:
        return False
    return declared[2] == given[2]
