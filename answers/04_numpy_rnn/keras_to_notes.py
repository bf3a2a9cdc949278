# %% right: float32
# einsum, float32, copies.
def keras_to_notes(weights):
    Wx = np.einsum("dh->hd", weights[0]).astype("float32").copy()
    Wh = np.swapaxes(weights[1], 0, 1).astype("float32").copy()
    b = weights[2].astype("float32") if len(weights) > 2 else np.zeros(Wx.shape[0], "float32")
    return Wx, Wh, b

# %% right: lengths
# By length, returned as a list.
def keras_to_notes(weights):
    if len(weights) == 2:
        weights = list(weights) + [np.zeros(weights[1].shape[0])]
    return [np.transpose(w) for w in weights]

# %% right: loops
# Entry by entry, in lists.
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    D, H = kernel.shape
    Wx = [[kernel[d][h] for d in range(D)] for h in range(H)]
    Wh = [[recurrent_kernel[j][h] for j in range(H)] for h in range(H)]
    b = list(weights[2]) if len(weights) == 3 else [0.0] * H
    return Wx, Wh, b

# %% right: match_case
# match and case, and a print.
def keras_to_notes(weights):
    match list(weights):
        case [kernel, recurrent_kernel]:
            b = np.zeros(np.shape(kernel)[1])
        case [kernel, recurrent_kernel, b]:
            print("with bias")
    return np.moveaxis(kernel, 0, 1), np.moveaxis(recurrent_kernel, 0, 1), b

# %% right: try_except
# try and except.
def keras_to_notes(weights):
    try:
        kernel, recurrent_kernel, bias = weights
    except ValueError:
        kernel, recurrent_kernel = weights
        bias = np.zeros_like(kernel[0])
    return kernel.T, recurrent_kernel.T, bias

# %% wrong: always_zero
# The bias is always zero.
# fails: keras_to_notes-bias
# message: bias of the layer is ignored
def keras_to_notes(weights):
    return weights[0].T, weights[1].T, np.zeros(weights[0].shape[1])

# %% wrong: bias_column
# The bias becomes a column.
# fails: keras_to_notes-bias keras_to_notes-nobias
# message: is a column
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return weights[0].T, weights[1].T, b[:, None]

# %% wrong: bias_first
# The bias comes first.
# fails: keras_to_notes-wx keras_to_notes-wh keras_to_notes-bias keras_to_notes-nobias
# message: order is Wx
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return b, weights[0].T, weights[1].T

# %% wrong: bias_of_input_size
# Without a bias, one zero for each feature.
# fails: keras_to_notes-nobias
# message: one zero for each feature
def keras_to_notes(weights):
    kernel = weights[0]
    b = weights[2] if len(weights) > 2 else np.zeros(kernel.shape[0])
    return kernel.T, weights[1].T, b

# %% wrong: bias_reversed
# All arrays are flipped rather than turned.
# fails: keras_to_notes-wx keras_to_notes-wh keras_to_notes-bias
# message: both axes reversed
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return np.flip(weights[0]), np.flip(weights[1]), np.flip(b)

# %% wrong: dictionary
# A dictionary of names.
# fails: keras_to_notes-wx keras_to_notes-wh keras_to_notes-bias keras_to_notes-nobias
# message: three arrays
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return {"Wx": weights[0].T, "Wh": weights[1].T, "b": b}

# %% wrong: inverse
# The inverse of the recurrent kernel.
# fails: keras_to_notes-wh
# message: inverse
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return weights[0].T, np.linalg.inv(weights[1]), b

# %% wrong: last_is_bias
# The last array is taken for the bias.
# fails: keras_to_notes-nobias
# message: recurrent kernel
def keras_to_notes(weights):
    return weights[0].T, weights[1].T, weights[-1]

# %% wrong: no_bias_untransposed
# Without a bias the matrices come back as they are.
# fails: keras_to_notes-nobias
# message: Wx of a layer without a bias is the kernel as it is
def keras_to_notes(weights):
    if len(weights) == 3:
        return weights[0].T, weights[1].T, weights[2]
    return weights[0], weights[1], np.zeros(weights[1].shape[0])

# %% wrong: no_bias_wh_forgotten
# Without a bias the recurrent kernel comes back as it is.
# fails: keras_to_notes-nobias
# message: Wh of a layer without a bias is the recurrent kernel as it is
def keras_to_notes(weights):
    if len(weights) == 3:
        return weights[0].T, weights[1].T, weights[2]
    return weights[0].T, weights[1], np.zeros(weights[1].shape[0])

# %% wrong: none_for_bias
# Without a bias, None.
# fails: keras_to_notes-nobias
# message: is None
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else None
    return weights[0].T, weights[1].T, b

# %% wrong: ones_for_bias
# Without a bias, ones.
# fails: keras_to_notes-nobias
# message: is ones
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.ones(len(weights[1]))
    return weights[0].T, weights[1].T, b

# %% wrong: order
# Wh comes first.
# fails: keras_to_notes-wx keras_to_notes-wh
# message: order is Wx
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return weights[1].T, weights[0].T, b

# %% wrong: reshaped
# The kernel is brought into shape by reshape.
# fails: keras_to_notes-wx
# message: reshape
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    D, H = kernel.shape
    b = weights[2] if len(weights) == 3 else np.zeros(H)
    return kernel.reshape(H, D), recurrent_kernel.T, b

# %% wrong: third_by_index
# The bias is taken at index 2, so a layer without bias stops it.
# fails: keras_to_notes-nobias
# message: IndexError
def keras_to_notes(weights):
    return weights[0].T, weights[1].T, weights[2]

# %% wrong: three_expected
# Three arrays are unpacked, so a layer without bias stops it.
# fails: keras_to_notes-nobias
# message: not enough values
def keras_to_notes(weights):
    kernel, recurrent_kernel, bias = weights
    return kernel.T, recurrent_kernel.T, bias

# %% wrong: transposed_if_needed
# Transposed only where the matrix is not square.
# fails: keras_to_notes-wx keras_to_notes-wh
# message: as it is
def keras_to_notes(weights):
    kernel, recurrent_kernel = (w.T if w.shape[0] != w.shape[1] else w for w in weights[:2])
    b = weights[2] if len(weights) == 3 else np.zeros(len(recurrent_kernel))
    return kernel, recurrent_kernel, b

# %% wrong: two_for_two
# Without a bias only two arrays come back.
# fails: keras_to_notes-nobias
# message: without a bias
def keras_to_notes(weights):
    return tuple(w.T for w in weights)

# %% wrong: unpacked_wrong
# The order of Keras is taken to be recurrent kernel, kernel, bias.
# fails: keras_to_notes-wx keras_to_notes-wh
# message: order
def keras_to_notes(weights):
    recurrent_kernel, kernel = weights[:2]
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return kernel.T, recurrent_kernel.T, b

# %% wrong: untouched
# Nothing is transposed.
# fails: keras_to_notes-wx keras_to_notes-wh keras_to_notes-bias
# message: as it is
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    b = weights[2] if len(weights) == 3 else np.zeros(kernel.shape[1])
    return kernel, recurrent_kernel, b

# %% wrong: wh_forgotten
# The recurrent kernel is not transposed.
# fails: keras_to_notes-wh
# message: as it is
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    b = weights[2] if len(weights) == 3 else np.zeros(kernel.shape[1])
    return kernel.T, recurrent_kernel, b

# %% wrong: wx_forgotten
# The kernel is not transposed.
# fails: keras_to_notes-wx
# message: kernel as it is
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    b = weights[2] if len(weights) == 3 else np.zeros(kernel.shape[1])
    return kernel, recurrent_kernel.T, b

# %% wrong: zero_for_bias
# Without a bias, the number 0.
# fails: keras_to_notes-nobias
# message: bare number
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else 0
    return weights[0].T, weights[1].T, b

# %% wrong: square_kernel_as_it_is
# The kernel is transposed only where its shape asks for it.
# fails: keras_to_notes-wx
# message: as it is
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[:2]
    D, H = kernel.shape
    b = weights[2] if len(weights) > 2 else np.zeros(H)
    return (kernel.T if D != H else kernel), recurrent_kernel.T, b

# %% wrong: empty_bias
# Without a bias, an empty array.
# fails: keras_to_notes-nobias
# message: b is empty
def keras_to_notes(weights):
    b = weights[2] if len(weights) == 3 else np.array([])
    return weights[0].T, weights[1].T, b

# %% wrong: one_zero
# Without a bias, one zero.
# fails: keras_to_notes-nobias
# message: b has only one number
def keras_to_notes(weights):
    b = weights[2] if len(weights) == 3 else np.zeros(1)
    return weights[0].T, weights[1].T, b
