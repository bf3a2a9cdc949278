# %% right: formula
# One formula.
def bi_params(input_dim, units, n_layers, merge_mode):
    width = units * (2 if merge_mode == "concat" else 1)
    return 2 * units * ((input_dim + units + 1) + (n_layers - 1) * (width + units + 1))

# %% right: keras
# Asks Keras.
def bi_params(input_dim, units, n_layers, merge_mode):
    model = keras.Sequential([keras.Input(shape=(3, input_dim))])
    for _ in range(n_layers):
        model.add(keras.layers.Bidirectional(keras.layers.SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    return model.count_params()

# %% right: numpy
# NumPy integers, the sizes in an array.
def bi_params(input_dim, units, n_layers, merge_mode):
    sizes = np.full(n_layers, 2 * units if merge_mode == "concat" else units)
    sizes[0] = input_dim
    return (2 * (sizes * units + units * units + units)).sum()

# %% right: recursion
# From the top layer down.
def bi_params(input_dim, units, n_layers, merge_mode):
    if n_layers == 1:
        inputs = input_dim
        below = 0
    else:
        inputs = 2 * units if merge_mode == "concat" else units
        below = bi_params(input_dim, units, n_layers - 1, merge_mode)
    return below + 2 * (inputs * units + units**2 + units)

# %% right: shapes
# Adds up the sizes of the arrays.
def bi_params(input_dim, units, n_layers, merge_mode):
    widths = [input_dim] + [units * (1 + (merge_mode == "concat"))] * (n_layers - 1)
    arrays = []
    for width in widths:
        for direction in ("forward", "backward"):
            arrays += [np.empty((width, units)), np.empty((units, units)), np.empty(units)]
    return sum(a.size for a in arrays)

# %% wrong: adds_all_below
# Each layer reads all layers below it.
# fails: bi_params-stack bi_params-merged
# message: widths of all layers below
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    return sum(2 * ((k * width if k else input_dim) * units + units * units + units) for k in range(n_layers))

# %% wrong: ave_halved
# The average is thought to halve the units.
# fails: bi_params-merged
# message: H // 2 inputs
def bi_params(input_dim, units, n_layers, merge_mode):
    width = {"concat": 2 * units, "ave": units // 2}.get(merge_mode, units)
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: bias_twice
# The biases are counted twice.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: biases twice
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + 2 * units)
        inputs = width
    return total

# %% wrong: every_layer_upper
# Every layer is counted as an upper one.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: as one above
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = width, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: exchanged
# input_dim and units are exchanged.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: exchanges input_dim and units
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + inputs * inputs + inputs)
        inputs = width
    return total

# %% wrong: first_only
# The number of layers is ignored.
# fails: bi_params-stack bi_params-merged
# message: first layer only
def bi_params(input_dim, units, n_layers, merge_mode):
    return 2 * (input_dim * units + units * units + units)

# %% wrong: float
# A float is returned.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: a float
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total / 1

# %% wrong: input_dim_everywhere
# Every layer reads input_dim features.
# fails: bi_params-stack bi_params-merged
# message: input dimension of the first one
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = input_dim
    return total

# %% wrong: input_grows
# The width doubles from layer to layer.
# fails: bi_params-stack
# message: grow with every layer
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
        width = 2 * width if merge_mode == "concat" else units
    return total

# %% wrong: is
# Strings are compared with `is`.
# fails: bi_params-stack
# message: compare texts with ==
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode is "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: last_only
# The sum is overwritten.
# fails: bi_params-stack bi_params-merged
# message: top layer only
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total = 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: merged_counts_one
# A merged layer is counted once.
# fails: bi_params-one bi_params-merged
# message: one of the two directions
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += (2 if merge_mode == "concat" else 1) * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: no_bias
# The biases are left out.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: leaves out the biases
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units)
        inputs = width
    return total

# %% wrong: no_kernel
# The kernels are left out.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: leaves out the kernels
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (units * units + units)
        inputs = width
    return total

# %% wrong: no_recurrent
# The recurrent kernels are left out.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: leaves out the recurrent
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units)
        inputs = width
    return total

# %% wrong: none
# The result is printed, not returned.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: is None
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    print(total)

# %% wrong: one_direction
# One direction only.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: one of the two directions
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += inputs * units + units * units + units
        inputs = width
    return total

# %% wrong: one_too_few
# The loop starts at 1.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: one layer too few
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(1, n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: one_too_many
# The loop goes on to n_layers.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: one layer too many
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers + 1):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: recurrent_not_squared
# H numbers instead of H squared.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: not H·H
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units + units)
        inputs = width
    return total

# %% wrong: shared_bias
# One bias for both directions.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: one bias for both
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units) + units
        inputs = width
    return total

# %% wrong: hard_coded_width
# The 16 of the worked example is written out.
# fails: bi_params-stack
# message: not right
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 16 if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: sum_like_concat
# sum is taken for concat.
# fails: bi_params-merged
# message: as concat does
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode in ("concat", "sum") else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: twice_input
# Upper layers read twice the features.
# fails: bi_params-stack bi_params-merged
# message: 2·input_dim inputs
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * input_dim if merge_mode == "concat" else input_dim
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: upper_counts_one
# Upper layers are counted in one direction.
# fails: bi_params-stack bi_params-merged
# message: in the upper layers
def bi_params(input_dim, units, n_layers, merge_mode):
    one = lambda n: n * units + units * units + units
    width = 2 * units if merge_mode == "concat" else units
    return 2 * one(input_dim) + (n_layers - 1) * one(width)

# %% wrong: upper_doubled
# Upper layers read 2·H numbers, whatever the mode.
# fails: bi_params-merged
# message: as concat does
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: upper_recurrent_wide
# Upper recurrent kernels take the merged width.
# fails: bi_params-stack
# message: carry on 2·H
def bi_params(input_dim, units, n_layers, merge_mode):
    total, inputs, carried = 0, input_dim, units
    for _ in range(n_layers):
        total += 2 * (inputs * units + carried * carried + units)
        inputs = carried = 2 * units if merge_mode == "concat" else units
    return total

# %% wrong: upper_units
# Upper layers read H numbers, whatever the mode.
# fails: bi_params-stack
# message: but concat gives them more
def bi_params(input_dim, units, n_layers, merge_mode):
    width = units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

# %% wrong: wide_rnn
# One RNN of twice the units.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: one RNN of twice the units
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += inputs * 2 * units + 4 * units * units + 2 * units
        inputs = width
    return total

# %% wrong: shared_recurrent
# One recurrent kernel for both directions.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: one recurrent kernel for both
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units) + units * units
        inputs = width
    return total

# %% wrong: kernel_doubled
# Only the kernel is counted for both directions.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: kernel twice, but the recurrent
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * inputs * units + units * units + units
        inputs = width
    return total

# %% wrong: one_bias_number
# Each bias is one number.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: each bias as one number
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (units * (inputs + units) + 1)
        inputs = width
    return total

# %% wrong: lstm
# The four gates of an LSTM layer are counted.
# fails: bi_params-one bi_params-stack bi_params-merged
# message: four times the weights
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * 4 * (units * (inputs + units) + units)
        inputs = width
    return total

# %% wrong: skips_layers
# The formula for two layers, for any number.
# fails: bi_params-stack bi_params-merged
# message: first and the top layer only
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    first = 2 * (input_dim * units + units * units + units)
    upper = 2 * (width * units + units * units + units)
    return first + upper if n_layers > 1 else first

# %% wrong: biases_below_only
# The upper layers lack their biases.
# fails: bi_params-stack bi_params-merged
# message: biases of the upper layers
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    first = 2 * (input_dim * units + units * units + units)
    return first + (n_layers - 1) * 2 * (width * units + units * units)
