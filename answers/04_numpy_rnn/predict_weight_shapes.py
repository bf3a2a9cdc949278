# %% right: computed
# Shapes of arrays, by a helper.
def shapes_for(D, H):
    arrays = np.zeros((H, D)), np.zeros((H, H)), np.zeros(H)
    return tuple(a.shape for a in arrays)

def predict_weight_shapes():
    return shapes_for(4, 8), shapes_for(7, 3)

# %% right: lists
# Lists, and NumPy integers.
def predict_weight_shapes():
    shown = [[8, 4], [8, 8], [8]]
    sibling = [[np.int64(3), np.int64(7)], [3, 3], [3]]
    return [shown, sibling]

# %% wrong: bias_column
# The bias as a column.
# fails: predict_weight_shapes-sibling
# message: two axes
def predict_weight_shapes():
    return ((8, 4), (8, 8), (8, 1)), ((3, 7), (3, 3), (3, 1))

# %% wrong: bias_number
# The bias as a number.
# fails: predict_weight_shapes-sibling
# message: bare number
def predict_weight_shapes():
    return ((8, 4), (8, 8), 8), ((3, 7), (3, 3), 3)

# %% wrong: keras_layout
# Wx in the layout of Keras.
# fails: predict_weight_shapes-sibling
# message: Wx transposed
def predict_weight_shapes():
    return ((4, 8), (8, 8), (8,)), ((7, 3), (3, 3), (3,))

# %% wrong: shown_twice
# The shapes of the shown network for both.
# fails: predict_weight_shapes-sibling
# message: the answer for the shown network
# visible: no
def predict_weight_shapes():
    shapes = ((8, 4), (8, 8), (8,))
    return shapes, shapes

# %% wrong: sibling_missing
# Only the shown network.
# fails: predict_weight_shapes-sibling
# message: pair
def predict_weight_shapes():
    return ((8, 4), (8, 8), (8,))

# %% wrong: swapped_sizes
# Input dimension and hidden size changed over.
# fails: predict_weight_shapes-sibling
# message: swaps the input dimension and the hidden size
def predict_weight_shapes():
    return ((4, 8), (4, 4), (4,)), ((7, 3), (7, 7), (7,))

# %% wrong: wh_reads_input
# Wh has the input's size.
# fails: predict_weight_shapes-sibling
# message: Wh the shape of Wx
def predict_weight_shapes():
    return ((8, 4), (8, 4), (8,)), ((3, 7), (3, 7), (3,))

# %% wrong: wh_vector
# One recurrent weight for each unit.
# fails: predict_weight_shapes-sibling
# message: one weight for each unit
def predict_weight_shapes():
    return ((8, 4), (8,), (8,)), ((3, 7), (3,), (3,))

# %% wrong: bias_of_input
# A bias for each feature of the word.
# fails: predict_weight_shapes-sibling
# message: for each feature
def predict_weight_shapes():
    return ((8, 4), (8, 8), (4,)), ((3, 7), (3, 3), (7,))

# %% wrong: bias_row
# The bias as a row.
# fails: predict_weight_shapes-sibling
# message: two axes
def predict_weight_shapes():
    return ((8, 4), (8, 8), (1, 8)), ((3, 7), (3, 3), (1, 3))

# %% wrong: wh_square_of_input
# Wh is square, with the wrong size.
# fails: predict_weight_shapes-sibling
# message: size of the input
def predict_weight_shapes():
    return ((8, 4), (4, 4), (8,)), ((3, 7), (7, 7), (3,))
