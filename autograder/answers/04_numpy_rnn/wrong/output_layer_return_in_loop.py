"""The return stands inside the loop.

fails: output_layer-values output_layer-edge
message: inside the loop
"""

# %% output_layer
def output_layer(states, Wy, by):
    outputs = []
    for h in states:
        outputs.append(Wy @ h + by)
        return np.array(outputs)
