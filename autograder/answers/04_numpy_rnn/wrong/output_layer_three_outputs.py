"""Three outputs are written into the loop.

fails: output_layer-values output_layer-edge
message: stopped with IndexError
"""

# %% output_layer
def output_layer(states, Wy, by):
    outputs = np.zeros((len(states), 3))
    for t in range(len(states)):
        for o in range(3):
            outputs[t, o] = Wy[o] @ states[t] + by[o]
    return outputs
