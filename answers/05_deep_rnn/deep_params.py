# %% right: arrays
# NumPy arrays, an array of integers.
def deep_params(input_dim, units):
    h = np.array(units)
    d = np.concatenate([[input_dim], h[:-1]])
    return d * h + h ** 2 + h

# %% right: helper
# A helper, and the layer below by its index; a tuple.
def deep_params(input_dim, units):
    def count(features, width):
        kernel = features * width
        recurrent = width * width
        return kernel + recurrent + width
    return tuple(count(units[k - 1] if k else input_dim, units[k]) for k in range(len(units)))

# %% right: keras
# Asked from Keras.
def deep_params(input_dim, units):
    model = keras.Sequential([keras.Input((1, input_dim))])
    for width in units:
        model.add(SimpleRNN(width, return_sequences=True))
    return [layer.count_params() for layer in model.layers]

# %% right: recursion
# By recursion.
def deep_params(input_dim, units):
    if not units:
        return []
    first, *rest = units
    return [input_dim * first + first * first + first] + deep_params(first, rest)

# %% right: zip
# Pairs of neighbouring sizes.
def deep_params(input_dim, units):
    sizes = [input_dim] + units
    return [h * (d + h + 1) for d, h in zip(sizes[:-1], sizes[1:])]

# %% wrong: all_below
# A layer is thought to read all layers below it.
# fails: deep_params-upper
# message: sizes of all layers below
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for k in range(1, len(units)):
        counts.append(units[k] * (sum(units[:k]) + units[k] + 1))
    return counts

# %% wrong: bias_of_input
# The lowest layer gets a bias for each feature.
# fails: deep_params-one
# message: for the bias
def deep_params(input_dim, units):
    counts = [input_dim * units[0] + units[0] ** 2 + input_dim]
    for low, width in zip(units, units[1:]):
        counts.append(width * (low + width + 1))
    return counts

# %% wrong: bias_one
# One bias for the whole layer.
# fails: deep_params-one deep_params-upper
# message: 1 instead of the units
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width * width + 1)
        below = width
    return counts

# %% wrong: bias_twice
# Two biases.
# fails: deep_params-one deep_params-upper
# message: each bias twice
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width * width + 2 * width)
        below = width
    return counts

# %% wrong: equal_counts_once
# Equal counts appear once: they are the keys of a dictionary.
# fails: deep_params-upper
# message: equal counts were merged
def deep_params(input_dim, units):
    sizes = [input_dim, *units]
    return list({a * b + b * b + b: 0 for a, b in zip(sizes, sizes[1:])})

# %% wrong: floats
# The counts are floats.
# fails: deep_params-one deep_params-upper
# message: a float
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width ** 2.0 + width)
        below = width
    return counts

# %% wrong: index_of_width
# The layer below is looked up by the width of this one: units.index finds the first.
# fails: deep_params-upper
# message: looks a layer up by its width
def deep_params(input_dim, units):
    out = []
    for u in units:
        i = units.index(u)
        below = units[i - 1] if i > 0 else input_dim
        out.append(below * u + u * u + u)
    return out

# %% wrong: input_dim_everywhere
# Every layer is counted with the features of the input.
# fails: deep_params-upper
# message: every layer the input dimension
def deep_params(input_dim, units):
    return [width * (input_dim + width + 1) for width in units]

# %% wrong: input_too
# The input is thought to reach every layer, beside the states.
# fails: deep_params-upper
# message: adds the features to the states
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for low, width in zip(units, units[1:]):
        counts.append(width * (input_dim + low + width + 1))
    return counts

# %% wrong: insert
# The input dimension is put in front of the caller's list.
# fails: deep_params-unchanged
# message: function changes the
def deep_params(input_dim, units):
    units.insert(0, input_dim)
    return [b * (a + b + 1) for a, b in zip(units, units[1:])]

# %% wrong: lowest_below
# Every upper layer is thought to read the lowest one.
# fails: deep_params-upper
# message: as if they read the lowest one
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for width in units[1:]:
        counts.append(width * (units[0] + width + 1))
    return counts

# %% wrong: lowest_left_out
# Pairs of neighbours: the lowest layer is left out.
# fails: deep_params-one deep_params-upper
# message: lacks the lowest layer
def deep_params(input_dim, units):
    return [b * (a + b + 1) for a, b in zip(units, units[1:])]

# %% wrong: lowest_repeated
# The count of the lowest layer for all.
# fails: deep_params-upper
# message: count of the lowest layer for every layer
def deep_params(input_dim, units):
    return [units[0] * (input_dim + units[0] + 1)] * len(units)

# %% wrong: no_bias
# No bias.
# fails: deep_params-one deep_params-upper
# message: has no bias
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width * width)
        below = width
    return counts

# %% wrong: no_kernel
# No kernel.
# fails: deep_params-one deep_params-upper
# message: lacks the kernels
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(width * width + width)
        below = width
    return counts

# %% wrong: no_recurrent
# No recurrent kernel.
# fails: deep_params-one deep_params-upper
# message: lacks the recurrent kernels
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width)
        below = width
    return counts

# %% wrong: not_squared
# H recurrent weights instead of H².
# fails: deep_params-one deep_params-upper
# message: not as units × units
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width + width)
        below = width
    return counts

# %% wrong: pop
# The widths are taken off the caller's list.
# fails: deep_params-unchanged
# message: function changes the
def deep_params(input_dim, units):
    counts = []
    while units:
        width = units.pop(0)
        counts.append(width * (input_dim + width + 1))
        input_dim = width
    return counts

# %% wrong: recurrent_of_below
# The recurrent kernel is counted with the size of the layer below.
# fails: deep_params-one deep_params-upper
# message: with the size of the layer below
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + below * below + width)
        below = width
    return counts

# %% wrong: running_total
# The sum of all layers up to this one.
# fails: deep_params-upper
# message: adds the counts of the layers below
def deep_params(input_dim, units):
    counts = []
    total = 0
    for width in units:
        total += width * (input_dim + width + 1)
        counts.append(total)
        input_dim = width
    return counts

# %% wrong: square_everywhere
# All kernels are thought to be square.
# fails: deep_params-one deep_params-upper
# message: uses the units of a layer
def deep_params(input_dim, units):
    return [width * (width + width + 1) for width in units]

# %% wrong: square_kernels
# The kernel is thought to be square from the second layer on.
# fails: deep_params-upper
# message: uses the units of a layer as its input dimension, above the lowest
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for width in units[1:]:
        counts.append(width * (width + width + 1))
    return counts

# %% wrong: top_first
# The list begins with the top layer.
# fails: deep_params-upper
# message: begins with the top layer
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(width * (below + width + 1))
        below = width
    return counts[::-1]

# %% wrong: total
# The total instead of a list.
# fails: deep_params-one deep_params-upper
# message: one count for each layer
def deep_params(input_dim, units):
    total = 0
    for width in units:
        total += width * (input_dim + width + 1)
        input_dim = width
    return total

# %% wrong: two_layers
# Written for two layers.
# fails: deep_params-one deep_params-upper
# message: only two counts
def deep_params(input_dim, units):
    lower, upper = units[0], units[1]
    return [lower * (input_dim + lower + 1), upper * (lower + upper + 1)]

# %% wrong: lowest_without_bias
# The bias of the lowest layer is forgotten in a stack.
# fails: deep_params-one
# message: lacks the bias in a stack
def deep_params(input_dim, units):
    counts = [h * (low + h + 1) for low, h in zip([input_dim] + units, units)]
    if len(counts) > 1:
        counts[0] -= units[0]
    return counts

# %% wrong: index_minus_one
# The layer below the lowest one is taken by units[-1]: the top layer.
# fails: deep_params-one
# message: as its input dimension
def deep_params(input_dim, units):
    return [units[k - 1] * units[k] + units[k] ** 2 + units[k] for k in range(len(units))]

# %% wrong: bias_of_layer_below
# The bias has the size of what comes in.
# fails: deep_params-one deep_params-upper
# message: for
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width * width + below)
        below = width
    return counts

# %% wrong: recurrent_twice
# The recurrent kernel is counted twice.
# fails: deep_params-one deep_params-upper
# message: recurrent kernel twice
def deep_params(input_dim, units):
    sizes = [input_dim, *units]
    return [d * h + 2 * h * h + h for d, h in zip(sizes, sizes[1:])]

# %% wrong: added_sizes
# The sizes are added, not multiplied.
# fails: deep_params-one deep_params-upper
# message: instead of multiplying
def deep_params(input_dim, units):
    sizes = [input_dim, *units]
    return [(d + h) + h * h + h for d, h in zip(sizes, sizes[1:])]

# %% wrong: with_total
# The total is appended.
# fails: deep_params-one deep_params-upper
# message: ends with the total
def deep_params(input_dim, units):
    counts = []
    for k, h in enumerate(units):
        d = input_dim if k == 0 else units[k - 1]
        counts.append((d + h + 1) * h)
    return counts + [sum(counts)]

# %% wrong: total_in_list
# The total, in a list.
# fails: deep_params-upper
# message: the total in a list
def deep_params(input_dim, units):
    sizes = [input_dim] + list(units)
    return [sum(sizes[k + 1] * (sizes[k] + sizes[k + 1] + 1) for k in range(len(units)))]

# %% wrong: updated_too_early
# The size below is set before it is used.
# fails: deep_params-one deep_params-upper
# message: uses the units of a layer as its input dimension
def deep_params(input_dim, units):
    counts = []
    features = input_dim
    for h in units:
        features = h
        counts.append(features * h + h * h + h)
    return counts

# %% wrong: pytorch_biases
# Two biases in each layer, as PyTorch has.
# fails: deep_params-one deep_params-upper
# message: each bias twice
def deep_params(input_dim, units):
    out = []
    for k, h in enumerate(units):
        d = units[k - 1] if k else input_dim
        out.append(h * d + h * h + 2 * h)
    return out
