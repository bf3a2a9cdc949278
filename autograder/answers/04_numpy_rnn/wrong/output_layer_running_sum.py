"""Each output is added to the one before.

fails: output_layer-values
message: from step to step
"""

# %% output_layer
def output_layer(states, Wy, by):
    y, outputs = 0, []
    for h in states:
        y = y + Wy @ h + by
        outputs.append(y)
    return np.array(outputs)
