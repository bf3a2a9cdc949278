"""The bias is always zero.

fails: keras_to_notes-bias
message: layer's own is ignored
"""

# %% keras_to_notes
def keras_to_notes(weights):
    return weights[0].T, weights[1].T, np.zeros(weights[0].shape[1])
