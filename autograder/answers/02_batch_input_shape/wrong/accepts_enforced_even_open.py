"""Any declared batch is compared, an open one too.

fails: accepts-check accepts-batch
message: refuses all where none is declared
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if declared[0] != given[0]:
        return False
    return declared[2] == given[2]
