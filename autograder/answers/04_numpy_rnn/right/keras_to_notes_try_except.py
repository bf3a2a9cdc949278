"""try and except."""

# %% keras_to_notes
def keras_to_notes(weights):
    try:
        kernel, recurrent_kernel, bias = weights
    except ValueError:
        kernel, recurrent_kernel = weights
        bias = np.zeros_like(kernel[0])
    return kernel.T, recurrent_kernel.T, bias
