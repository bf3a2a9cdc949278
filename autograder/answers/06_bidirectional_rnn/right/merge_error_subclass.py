"""All modes in a dictionary; the error is a subclass of ValueError."""

# %% merge
class UnknownMode(ValueError):
    pass
def merge(fwd, bwd, mode):
    try:
        return {"concat": np.block([fwd, bwd]), "sum": np.add(fwd, bwd), "mul": np.multiply(fwd, bwd), "ave": np.mean([fwd, bwd], 0)}[mode]
    except KeyError:
        raise UnknownMode(mode) from None
