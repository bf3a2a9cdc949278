"""A ValueError for every open batch, stateful or not.

fails: accepts-batch
message: an open batch, not stateful
"""

# %% accepts
def accepts(declared, given, stateful):
    if declared[0] is None:
        raise ValueError
    return declared[2] == given[2] and (not stateful or declared[0] == given[0])
