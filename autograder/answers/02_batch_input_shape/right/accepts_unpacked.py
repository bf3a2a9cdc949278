"""Unpacked sizes and nested cases, prints."""

# %% accepts
def accepts(declared, given, stateful):
    batch, _, input_dim = declared
    rows, _, features = given
    print("declared", declared, "given", given)
    if input_dim != features and not (stateful and batch is None):
        return False
    if stateful:
        if batch is None:
            raise ValueError
        return rows == batch
    return True
