"""One array is written again and again.

fails: output_layer-values output_layer-edge
message: one array many times
"""

# %% output_layer
def output_layer(states, Wy, by):
    y, outputs = np.zeros(len(by)), []
    for h in states:
        y[:] = Wy @ h + by
        outputs.append(y)
    return np.array(outputs)
