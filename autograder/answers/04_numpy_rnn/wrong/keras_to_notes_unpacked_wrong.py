"""The order of Keras is taken to be recurrent kernel, kernel, bias.

fails: keras_to_notes-wx keras_to_notes-wh
message: order
"""

# %% keras_to_notes
def keras_to_notes(weights):
    recurrent_kernel, kernel = weights[:2]
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return kernel.T, recurrent_kernel.T, b
