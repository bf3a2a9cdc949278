"""An open batch is thought to fit any, stateful or not.

fails: accepts-unknown
message: cannot be built
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] not in (None, given[0]):
        return False
    return declared[2] == given[2]
