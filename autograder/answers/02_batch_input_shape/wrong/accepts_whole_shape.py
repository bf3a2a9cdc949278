"""The two shapes are compared whole.

fails: accepts-check accepts-batch accepts-steps
message: refuses all where none
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    return tuple(declared) == tuple(given)
