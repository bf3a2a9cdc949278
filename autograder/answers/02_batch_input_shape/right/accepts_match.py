"""A match statement; an error of its own that is a ValueError."""

# %% accepts
def accepts(declared, given, stateful):
    class OpenBatch(ValueError):
        pass

    match (stateful, declared):
        case (True, (None, _, _)):
            raise OpenBatch("declare a batch size")
        case (True, (rows, _, features)):
            return (rows, features) == (given[0], given[2])
        case (_, (_, _, features)):
            return features == given[2]
