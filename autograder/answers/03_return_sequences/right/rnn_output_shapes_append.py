"""A list that grows, with prints."""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = []
    if return_sequences == True:
        shapes.append((batch, timesteps, units))
    else:
        shapes.append((batch, units))
    if return_state == True:
        shapes.append((batch, units))
    print(shapes)
    return shapes
