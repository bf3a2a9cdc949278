"""The kernel is not transposed.

fails: keras_to_notes-wx
message: the kernel as it stands
"""

# %% keras_to_notes
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    b = weights[2] if len(weights) == 3 else np.zeros(kernel.shape[1])
    return kernel, recurrent_kernel.T, b
