"""The kernel is brought into shape by reshape.

fails: keras_to_notes-wx
message: reshape
"""

# %% keras_to_notes
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    D, H = kernel.shape
    b = weights[2] if len(weights) == 3 else np.zeros(H)
    return kernel.reshape(H, D), recurrent_kernel.T, b
