"""False in place of the ValueError.

fails: accepts-unknown
message: cannot be built
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        return False
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]
