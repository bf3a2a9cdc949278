"""The declared time steps are thought to be enforced.

fails: accepts-steps
message: holds the model to its declared time steps
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[1:] == given[1:]
