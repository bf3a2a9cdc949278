"""stateful is thought to have no effect on the batch.

fails: accepts-check accepts-batch
message: lets a stateful model take any batch
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    return declared[2] == given[2]
