"""A NumPy bool."""

# %% accepts
def accepts(declared, given, stateful):
    declared, given = list(declared), list(given)
    if declared[0] is None and stateful:
        raise ValueError("open batch")
    must_fit = [2, 0] if stateful else [2]
    return np.all([np.equal(declared[axis], given[axis]) for axis in must_fit])
