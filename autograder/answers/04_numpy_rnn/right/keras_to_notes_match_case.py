"""match and case, and a print."""

# %% keras_to_notes
def keras_to_notes(weights):
    match list(weights):
        case [kernel, recurrent_kernel]:
            b = np.zeros(np.shape(kernel)[1])
        case [kernel, recurrent_kernel, b]:
            print("with bias")
    return np.moveaxis(kernel, 0, 1), np.moveaxis(recurrent_kernel, 0, 1), b
