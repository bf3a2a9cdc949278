"""The outputs are summed over time.

fails: output_layer-values output_layer-edge
message: summed over time
"""

# %% output_layer
def output_layer(states, Wy, by):
    total = 0
    for h in states:
        total = total + Wy @ h + by
    return total
