"""Two axes that do not fit are taken for one that does.

fails: accepts-features
message: both wrong
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError
    if stateful and declared[0] != given[0] and declared[2] == given[2]:
        return False
    return declared[2] == given[2] or (stateful and declared[0] != given[0])
