"""Transposed only where the matrix is not square.

fails: keras_to_notes-wx keras_to_notes-wh
message: nothing complains
"""

# %% keras_to_notes
def keras_to_notes(weights):
    kernel, recurrent_kernel = (w.T if w.shape[0] != w.shape[1] else w for w in weights[:2])
    b = weights[2] if len(weights) == 3 else np.zeros(len(recurrent_kernel))
    return kernel, recurrent_kernel, b
