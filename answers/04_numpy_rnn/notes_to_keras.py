# %% right: basis
# What each feature and each unit adds to all units.
def notes_to_keras(Wx, Wh, b):
    return [
        np.array([Wx @ feature for feature in np.eye(Wx.shape[1])]),
        np.array([Wh @ unit for unit in np.eye(len(b))]),
        np.array(b),
    ]

# %% right: lists
# Lists of lists, by zip.
def notes_to_keras(Wx, Wh, b):
    return [[list(column) for column in zip(*Wx)], [list(column) for column in zip(*Wh)], list(b)]

# %% right: loops
# Entry by entry.
def notes_to_keras(Wx, Wh, b):
    H, D = Wx.shape
    kernel, recurrent_kernel = np.zeros((D, H)), np.zeros((H, H))
    for unit in range(H):
        for feature in range(D):
            kernel[feature, unit] = Wx[unit, feature]
        for other in range(H):
            recurrent_kernel[other, unit] = Wh[unit, other]
    return [kernel, recurrent_kernel, b.copy()]

# %% right: through_a_layer
# Through a layer's own weights, with einsum and swapaxes.
def notes_to_keras(Wx, Wh, b):
    layer = keras.layers.SimpleRNN(len(b))
    layer.build((None, 1, Wx.shape[1]))
    layer.set_weights([np.einsum("hd->dh", Wx), np.swapaxes(Wh, 0, 1), b])
    return layer.get_weights()

# %% right: transpose
# np.transpose in a comprehension.
def notes_to_keras(Wx, Wh, b):
    return [np.transpose(w) for w in (Wx, Wh, b)]

# %% right: tuple
# A tuple of contiguous float32 arrays.
def notes_to_keras(Wx, Wh, b):
    return tuple(np.ascontiguousarray(w.T, dtype="float32") for w in (Wx, Wh, b))

# %% wrong: bias_column
# The bias becomes a column.
# fails: notes_to_keras-bias
# message: is a column
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, b.reshape(-1, 1)]

# %% wrong: bias_first
# The bias comes first.
# fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
# message: order is kernel
def notes_to_keras(Wx, Wh, b):
    return [b, Wx.T, Wh.T]

# %% wrong: bias_row
# The bias becomes a matrix of one row.
# fails: notes_to_keras-bias
# message: two axes
def notes_to_keras(Wx, Wh, b):
    return [np.atleast_2d(w) if w.ndim == 1 else w.T for w in (Wx, Wh, b)]

# %% wrong: bias_second
# The bias stands between the kernels.
# fails: notes_to_keras-recurrent notes_to_keras-bias
# message: order is kernel
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, b, Wh.T]

# %% wrong: both_reshaped
# Both are brought into shape by reshape, which leaves Wh as it is.
# fails: notes_to_keras-kernel notes_to_keras-recurrent
# message: reshape
def notes_to_keras(Wx, Wh, b):
    return [Wx.reshape(Wx.shape[::-1]), Wh.reshape(Wh.shape[::-1]), b]

# %% wrong: dictionary
# A dictionary of names.
# fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
# message: three arrays
def notes_to_keras(Wx, Wh, b):
    return {"kernel": Wx.T, "recurrent_kernel": Wh.T, "bias": b}

# %% wrong: flipped
# Wh is flipped from left to right.
# fails: notes_to_keras-recurrent
# message: reversed order
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, np.fliplr(Wh), b]

# %% wrong: half_bias
# The bias is halved, as if it were added twice.
# fails: notes_to_keras-bias
# message: halved
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, b / 2]

# %% wrong: integers
# The weights are cast to whole numbers.
# fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
# message: integers
def notes_to_keras(Wx, Wh, b):
    return [Wx.T.astype(int), Wh.T.astype(int), b.astype(int)]

# %% wrong: inverse
# The inverse of Wh instead of its transpose.
# fails: notes_to_keras-recurrent
# message: inverse
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, np.linalg.inv(Wh), b]

# %% wrong: joined
# Both kernels are joined into one.
# fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
# message: recurrent weights as well
def notes_to_keras(Wx, Wh, b):
    return [np.concatenate([Wx.T, Wh.T]), b]

# %% wrong: no_bias
# The bias is left out.
# fails: notes_to_keras-bias
# message: has no bias
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T]

# %% wrong: order
# The recurrent kernel comes first.
# fails: notes_to_keras-kernel notes_to_keras-recurrent
# message: order is kernel
def notes_to_keras(Wx, Wh, b):
    return [Wh.T, Wx.T, b]

# %% wrong: rot90
# Both matrices are rotated.
# fails: notes_to_keras-kernel notes_to_keras-recurrent
# message: reversed order
def notes_to_keras(Wx, Wh, b):
    return [np.rot90(Wx), np.rot90(Wh), b]

# %% wrong: transposed_if_needed
# Transposed only where the matrix is not square.
# fails: notes_to_keras-kernel notes_to_keras-recurrent
# message: as it is
def notes_to_keras(Wx, Wh, b):
    def turn(W):
        return W if W.shape[0] == W.shape[1] else W.T
    return [turn(Wx), turn(Wh), b]

# %% wrong: two_biases
# Two biases, as PyTorch has them.
# fails: notes_to_keras-bias
# message: contains 4 arrays
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, b, np.zeros_like(b)]

# %% wrong: untouched
# Nothing is transposed.
# fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
# message: not transposed
def notes_to_keras(Wx, Wh, b):
    return [Wx, Wh, b]

# %% wrong: wh_forgotten
# Only Wx is transposed: Wh is square and nothing complains.
# fails: notes_to_keras-recurrent
# message: as it is
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh, b]

# %% wrong: wx_forgotten
# Only Wh is transposed.
# fails: notes_to_keras-kernel
# message: Wx as it is
def notes_to_keras(Wx, Wh, b):
    return [Wx, Wh.T, b]

# %% wrong: wx_reshaped
# Wx is brought into shape by reshape.
# fails: notes_to_keras-kernel
# message: reshape
def notes_to_keras(Wx, Wh, b):
    H, D = Wx.shape
    return [Wx.reshape(D, H), Wh.T, b]

# %% wrong: zero_bias
# The bias is a fresh one of zeros.
# fails: notes_to_keras-bias
# message: is zero
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, np.zeros(len(b))]

# %% wrong: square_wx_as_it_is
# Wx is transposed only where it must be to fit.
# fails: notes_to_keras-kernel
# message: as it is
def notes_to_keras(Wx, Wh, b):
    kernel = Wx.T if Wx.shape[0] != Wx.shape[1] else Wx
    return [kernel, Wh.T, b]

# %% wrong: bias_negated
# The bias is taken for a threshold.
# fails: notes_to_keras-bias
# message: opposite sign
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, -b]

# %% wrong: rotated
# Wh is rotated.
# fails: notes_to_keras-recurrent
# message: rotated by 90 degrees
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, np.rot90(Wh), b]

# %% wrong: bias_doubled
# Two biases of PyTorch, added up.
# fails: notes_to_keras-bias
# message: doubled
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, b + b]
