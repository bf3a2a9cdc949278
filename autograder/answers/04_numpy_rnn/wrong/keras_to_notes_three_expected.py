"""Three arrays are unpacked, so a layer without bias stops it.

fails: keras_to_notes-nobias
message: not enough values
"""

# %% keras_to_notes
def keras_to_notes(weights):
    kernel, recurrent_kernel, bias = weights
    return kernel.T, recurrent_kernel.T, bias
