"""The recurrent kernel is not transposed.

fails: keras_to_notes-wh
message: nothing complains
"""

# %% keras_to_notes
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    b = weights[2] if len(weights) == 3 else np.zeros(kernel.shape[1])
    return kernel.T, recurrent_kernel, b
