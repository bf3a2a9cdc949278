"""A while loop."""

# %% first_bad_layer
def first_bad_layer(flags):
    k = 0
    while k < len(flags) - 1:
        if not flags[k]:
            return k
        k += 1
