# %% right: arrays
# Sizes of arrays, by a helper.
def sizes(input_dim, units):
    return [np.ones((input_dim, units)).size, np.ones((units, units)).size, units]


def count_params(input_dim, units, use_bias=True):
    kernel, recurrent, bias = sizes(input_dim, units)
    return kernel + recurrent + (bias if use_bias else 0)

# %% right: factored
# Factored, the flag as a number.
def count_params(input_dim, units, use_bias=True):
    return units * (input_dim + units + bool(use_bias))

# %% right: layer
# A layer is built and asked.
def count_params(input_dim, units, use_bias=True):
    layer = SimpleRNN(units, use_bias=use_bias)
    layer.build((None, 1, input_dim))
    return layer.count_params()

# %% right: loop
# Unit by unit.
def count_params(input_dim, units, use_bias=True):
    total = 0
    for unit in range(units):
        total += input_dim + units
        if use_bias:
            total += 1
    print(total)
    return total

# %% right: numpy
# NumPy's product of shapes, a NumPy integer.
def count_params(input_dim, units, use_bias=True):
    shapes = [(input_dim, units), (units, units)]
    if use_bias:
        shapes.append((units,))
    return np.sum([np.prod(shape) for shape in shapes])

# %% right: tensor
# A TensorFlow scalar.
import tensorflow as tf
def count_params(input_dim, units, use_bias=True):
    return tf.reduce_sum([input_dim * units, units * units, units if use_bias else 0])

# %% wrong: bias_ignored
# use_bias is ignored.
# fails: count_params-no_bias
# message: same as with a bias
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + units

# %% wrong: bias_inverted
# use_bias the wrong way round.
# fails: count_params-values count_params-no_bias
# message: leaves out the bias
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + (0 if use_bias else units)

# %% wrong: bias_one
# One bias for the layer.
# fails: count_params-values
# message: one number for the bias
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + int(use_bias)

# %% wrong: bias_per_input
# A bias for each input number.
# fails: count_params-values
# message: a bias for each input
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + (input_dim if use_bias else 0)

# %% wrong: bias_twice
# Two biases, as in PyTorch.
# fails: count_params-values
# message: the bias twice
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + (2 * units if use_bias else 0)

# %% wrong: dense
# The count of a dense layer.
# fails: count_params-values
# message: leaves out the recurrent kernel
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + (units if use_bias else 0)

# %% wrong: dict_of_shapes
# Counts in a dict by shape: equal ones overwrite each other.
# fails: count_params-equal
# message: two arrays
def count_params(input_dim, units, use_bias=True):
    counts = {(input_dim, units): input_dim * units, (units, units): units * units}
    if use_bias:
        counts[(units,)] = units
    return sum(counts.values())

# %% wrong: doubled_not_squared
# 2 · H in place of H².
# fails: count_params-values
# message: twice the hidden size
def count_params(input_dim, units, use_bias=True):
    total = input_dim * units + units * 2
    if use_bias:
        total += units
    return total

# %% wrong: float
# The number as a float.
# fails: count_params-values
# message: float
def count_params(input_dim, units, use_bias=True):
    return float(units * (input_dim + units + 1)) if use_bias else float(units * (input_dim + units))

# %% wrong: gru
# The count of a GRU of Keras.
# fails: count_params-values count_params-no_bias
# message: GRU
def count_params(input_dim, units, use_bias=True):
    biases = 2 * units if use_bias else 0
    return 3 * (units * (input_dim + units) + biases)

# %% wrong: halved
# The recurrent kernel as a triangle.
# fails: count_params-values
# message: half of the recurrent kernel
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units * (units + 1) // 2 + (units if use_bias else 0)

# %% wrong: hard_coded
# 42.
# fails: count_params-values count_params-no_bias count_params-equal
# message: the number from the example
def count_params(input_dim, units, use_bias=True):
    return 42

# %% wrong: hidden_not_squared
# H in place of H².
# fails: count_params-values
# message: instead of its square
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units + (units if use_bias else 0)

# %% wrong: hidden_state
# The hidden state is counted too.
# fails: count_params-values
# message: the bias twice
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + units + (units if use_bias else 0)

# %% wrong: input_squared
# D² in place of H².
# fails: count_params-values count_params-equal
# message: squares the input dimension
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + input_dim**2 + (units if use_bias else 0)

# %% wrong: joined_square
# Both kernels as one square.
# fails: count_params-values count_params-equal
# message: squares the sum
def count_params(input_dim, units, use_bias=True):
    return (input_dim + units) ** 2 + (units if use_bias else 0)

# %% wrong: kernel_twice
# The recurrent kernel is taken to have the shape of the kernel.
# fails: count_params-values
# message: counts the kernel twice
def count_params(input_dim, units, use_bias=True):
    kernel = input_dim * units
    recurrent_kernel = input_dim * units
    return kernel + recurrent_kernel + (units if use_bias else 0)

# %% wrong: lstm
# Four gates.
# fails: count_params-values count_params-no_bias
# message: LSTM
def count_params(input_dim, units, use_bias=True):
    return 4 * (input_dim * units + units**2 + (units if use_bias else 0))

# %% wrong: no_bias
# No bias.
# fails: count_params-values
# message: leaves out the bias
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units * units

# %% wrong: no_kernel
# The input weights are left out.
# fails: count_params-values
# message: leaves out the kernel
def count_params(input_dim, units, use_bias=True):
    return units * units + (units if use_bias else 0)

# %% wrong: nobias_drops_recurrent
# Without bias the recurrent kernel goes as well.
# fails: count_params-no_bias
# message: leaves out the recurrent kernel
def count_params(input_dim, units, use_bias=True):
    return units * (input_dim + units + 1) if use_bias else input_dim * units

# %% wrong: nobias_one_off
# Without bias one number less.
# fails: count_params-no_bias
# message: 1 less
def count_params(input_dim, units, use_bias=True):
    return units * (input_dim + units + 1) - (0 if use_bias else 1)

# %% wrong: nobias_per_input
# Without a bias the input dimension is taken off.
# fails: count_params-no_bias
# message: for each input number
def count_params(input_dim, units, use_bias=True):
    total = units * (input_dim + units + 1)
    return total if use_bias else total - input_dim

# %% wrong: not_returned
# The number is printed.
# fails: count_params-values count_params-no_bias count_params-equal
# message: return
def count_params(input_dim, units, use_bias=True):
    print(input_dim * units + units * units + use_bias * units)

# %% wrong: one_unit
# A single unit is thought to have no recurrent weight.
# fails: count_params-check count_params-values
# message: a single unit
def count_params(input_dim, units, use_bias=True):
    if units == 1:
        return input_dim + 1
    return (input_dim + units + use_bias) * units

# %% wrong: power_operator
# `^` is a bitwise operation in Python.
# fails: count_params-values
# message: `^`
def count_params(input_dim, units, use_bias=True):
    bias = units if use_bias else 0
    return (input_dim * units) + (units ^ 2) + bias

# %% wrong: product
# The blocks are multiplied.
# fails: count_params-values count_params-no_bias
# message: multiplies the blocks
def count_params(input_dim, units, use_bias=True):
    return input_dim * units * units * units * (units if use_bias else 1)

# %% wrong: set_of_blocks
# The blocks in a set: equal numbers count once.
# fails: count_params-check count_params-values count_params-equal
# message: two arrays
def count_params(input_dim, units, use_bias=True):
    blocks = {input_dim * units, units * units}
    if use_bias:
        blocks.add(units)
    return sum(blocks)

# %% wrong: sizes_added
# Sizes added, not multiplied.
# fails: count_params-values count_params-equal
# message: adds sizes
def count_params(input_dim, units, use_bias=True):
    return input_dim + units + (units if use_bias else 0)

# %% wrong: steps_in_kernel
# A kernel for each of two time steps.
# fails: count_params-values
# message: each of two time steps
def count_params(input_dim, units, use_bias=True):
    return 2 * input_dim * units + units**2 + (units if use_bias else 0)

# %% wrong: swapped
# D and H swapped.
# fails: count_params-values count_params-no_bias count_params-equal
# message: swapped
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + input_dim**2 + (input_dim if use_bias else 0)

# %% wrong: text
# A text with the number.
# fails: count_params-values count_params-no_bias count_params-equal
# message: text in quotes
def count_params(input_dim, units, use_bias=True):
    return f'{units * (input_dim + units + 1)} parameters'

# %% wrong: times_steps
# Two time steps multiplied in.
# fails: count_params-values count_params-no_bias
# message: by a factor of 2
def count_params(input_dim, units, use_bias=True):
    return 2 * (input_dim * units + units**2 + (units if use_bias else 0))
