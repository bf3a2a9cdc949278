"""One expression after the error case."""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("a stateful model with an open batch cannot be built")
    return (not stateful or declared[0] == given[0]) and declared[2] == given[2]
