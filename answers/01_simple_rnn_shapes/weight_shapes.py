# %% right: arrays
# Shapes of arrays.
def weight_shapes(input_dim, units):
    kernel = np.zeros((input_dim, units))
    recurrent_kernel = np.eye(units)
    bias = np.zeros(units)
    return [np.shape(each) for each in (kernel, recurrent_kernel, bias)]

# %% right: layer
# A layer is built and asked.
def weight_shapes(input_dim, units):
    layer = SimpleRNN(units)
    layer.build((None, None, input_dim))
    return [weight.shape for weight in layer.get_weights()]

# %% right: lists
# Lists in a list.
def weight_shapes(input_dim, units):
    return [[input_dim, units], [units, units], [units]]

# %% right: model
# The weights of a model, as tensor shapes.
def weight_shapes(input_dim, units):
    model = keras.Sequential([keras.Input((5, input_dim)), SimpleRNN(units)])
    return tuple(weight.value.shape for weight in model.layers[0].weights)

# %% right: numpy
# Sizes as NumPy integers.
def weight_shapes(input_dim, units):
    d, h = np.array([input_dim, units])
    print(d, h)
    return ((d, h), (h, h), (h,))

# %% right: tensor_shape
# TensorFlow's own kind of shape.
import tensorflow as tf
def weight_shapes(input_dim, units):
    return tuple(tf.TensorShape(s) for s in ((input_dim, units), (units, units), (units,)))

# %% wrong: batch_axis
# The kernel has an axis for the batch.
# fails: weight_shapes-kernel
# message: batch axis
def weight_shapes(input_dim, units):
    return (None, input_dim, units), (units, units), (units,)

# %% wrong: bias_column
# The bias as a column.
# fails: weight_shapes-bias
# message: as a column
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (units, 1)

# %% wrong: bias_double
# Two biases in one array, as in a GRU.
# fails: weight_shapes-bias
# message: two biases
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (2, units)

# %% wrong: bias_empty
# The bias is a scalar.
# fails: weight_shapes-bias
# message: no axis
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), ()

# %% wrong: bias_first
# The bias first.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: shape of the bias
def weight_shapes(input_dim, units):
    return (units,), (input_dim, units), (units, units)

# %% wrong: bias_input
# A bias for each input number.
# fails: weight_shapes-bias
# message: each input number
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (input_dim,)

# %% wrong: bias_int
# The comma is forgotten.
# fails: weight_shapes-bias
# message: needs a comma
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (units)

# %% wrong: bias_missing
# No bias.
# fails: weight_shapes-bias
# message: should return three shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units)

# %% wrong: bias_one
# One bias for the layer.
# fails: weight_shapes-bias
# message: all units
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (1,)

# %% wrong: bias_row
# The bias as a row.
# fails: weight_shapes-bias
# message: as a row
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (1, units)

# %% wrong: counts
# Numbers of weights in place of shapes.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: number of weights
def weight_shapes(input_dim, units):
    return input_dim * units, units * units, units

# %% wrong: dense
# The two arrays of a dense layer.
# fails: weight_shapes-recurrent weight_shapes-bias
# message: only one weight for each unit
def weight_shapes(input_dim, units):
    return (input_dim, units), (units,)

# %% wrong: dict
# A dict by names.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: tuple or a list
def weight_shapes(input_dim, units):
    return {'kernel': (input_dim, units), 'recurrent_kernel': (units, units), 'bias': (units,)}

# %% wrong: flat
# One flat tuple.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: single size
def weight_shapes(input_dim, units):
    return (input_dim, units, units, units, units)

# %% wrong: hard_coded
# The shapes of the example.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: the example
def weight_shapes(input_dim, units):
    return (10, 3), (3, 3), (3,)

# %% wrong: joined
# Both kernels in one array.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: both kernels
def weight_shapes(input_dim, units):
    return (input_dim + units, units), (units,)

# %% wrong: kernel_first_only
# The kernel has the input dimension twice.
# fails: weight_shapes-kernel
# message: on both axes
def weight_shapes(input_dim, units):
    return (input_dim, input_dim), (units, units), (units,)

# %% wrong: kernel_square
# The kernel has the hidden size twice.
# fails: weight_shapes-kernel
# message: shape of the recurrent kernel
def weight_shapes(input_dim, units):
    return (units, units), (units, units), (units,)

# %% wrong: no_return
# The shapes are printed.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: returns nothing
def weight_shapes(input_dim, units):
    print((input_dim, units), (units, units), (units,))

# %% wrong: order
# The recurrent kernel first.
# fails: weight_shapes-kernel weight_shapes-recurrent
# message: shape of the recurrent kernel
def weight_shapes(input_dim, units):
    return (units, units), (input_dim, units), (units,)

# %% wrong: pytorch
# PyTorch's layout: transposed, with two biases.
# fails: weight_shapes-kernel weight_shapes-bias
# message: transposed
def weight_shapes(input_dim, units):
    return [(units, input_dim), (units, units), (units,), (units,)]

# %% wrong: recurrent_column
# One recurrent weight for each unit, as a column.
# fails: weight_shapes-recurrent
# message: is a column
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, 1), (units,)

# %% wrong: recurrent_input
# The recurrent kernel with the input dimension twice.
# fails: weight_shapes-recurrent
# message: on both axes
def weight_shapes(input_dim, units):
    return (input_dim, units), (input_dim, input_dim), (units,)

# %% wrong: recurrent_like_kernel
# The recurrent kernel like the kernel.
# fails: weight_shapes-recurrent
# message: shape of the kernel
def weight_shapes(input_dim, units):
    return (input_dim, units), (input_dim, units), (units,)

# %% wrong: recurrent_row
# One recurrent weight for each unit, as a row.
# fails: weight_shapes-recurrent
# message: is a row
def weight_shapes(input_dim, units):
    return (input_dim, units), (1, units), (units,)

# %% wrong: recurrent_vector
# One recurrent weight for each unit.
# fails: weight_shapes-recurrent
# message: only one weight for each unit
def weight_shapes(input_dim, units):
    return (input_dim, units), (units,), (units,)

# %% wrong: text
# The whole as a text.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: type str
def weight_shapes(input_dim, units):
    return f"(({input_dim}, {units}), ({units}, {units}), ({units},))"

# %% wrong: texts
# Each shape as a text.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: text in quotes
def weight_shapes(input_dim, units):
    shapes = (input_dim, units), (units, units), (units,)
    return [str(shape) for shape in shapes]

# %% wrong: transposed
# The layout of W @ x.
# fails: weight_shapes-kernel
# message: transposed
def weight_shapes(input_dim, units):
    return (units, input_dim), (units, units), (units,)

# %% wrong: two_biases
# Two biases, as in PyTorch.
# fails: weight_shapes-bias
# message: should return three shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (units,), (units,)

# %% wrong: weights_not_shapes
# Arrays in place of their shapes.
# fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
# message: float
def weight_shapes(input_dim, units):
    return np.zeros((input_dim, units)), np.zeros((units, units)), np.zeros(units)
