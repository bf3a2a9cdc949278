"""pop on a copy, with a print."""

# %% first_bad_layer
def first_bad_layer(flags):
    flags = list(flags)
    flags.pop()
    print(flags)
    for k, flag in enumerate(flags):
        if flag is False:
            return k
