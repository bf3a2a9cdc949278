"""One recurrent weight for each unit.

fails: weight_shapes-recurrent
message: sees the states of all units
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units,), (units,)
