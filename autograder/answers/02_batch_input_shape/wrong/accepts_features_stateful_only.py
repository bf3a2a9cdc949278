"""The input dimension is compared for stateful models only.

fails: accepts-features
message: not stateful take any input dimension
"""

# %% accepts
def accepts(declared, given, stateful):
    if not stateful:
        return True
    if declared[0] is None:
        raise ValueError("no batch size declared")
    return declared[0] == given[0] and declared[2] == given[2]
