"""An error is raised in place of False.

fails: accepts-check accepts-batch accepts-features
message: stopped with ValueError
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        raise ValueError("batch sizes differ")
    if declared[2] != given[2]:
        raise ValueError("input dimensions differ")
    return True
