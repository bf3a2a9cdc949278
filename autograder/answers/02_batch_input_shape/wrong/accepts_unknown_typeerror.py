"""A TypeError in place of the ValueError.

fails: accepts-unknown
message: raises TypeError
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise TypeError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]
