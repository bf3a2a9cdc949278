"""Without a bias, one zero for each feature.

fails: keras_to_notes-nobias
message: size of the input
"""

# %% keras_to_notes
def keras_to_notes(weights):
    kernel = weights[0]
    b = weights[2] if len(weights) > 2 else np.zeros(kernel.shape[0])
    return kernel.T, weights[1].T, b
