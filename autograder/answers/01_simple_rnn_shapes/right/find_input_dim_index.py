"""The place in a list of possible counts; index raises the ValueError."""

# %% find_input_dim
def find_input_dim(params, units):
    return list(range(units * (units + 2), params + 1, units)).index(params) + 1
