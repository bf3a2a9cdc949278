# %% right: batch_shape
# Input with a batch_shape whose batch is None, and a summary on the way.
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    flags = [True] * len(units)
    flags[-1] = not vector
    for width, flag in zip(units, flags):
        model.add(SimpleRNN(width, return_sequences=flag))
    model.summary()
    return model

# %% right: built_later
# build called on a model without Input.
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([SimpleRNN(int(w), return_sequences=True) for w in units[:-1]])
    model.add(SimpleRNN(int(units[-1]), return_sequences=not vector))
    model.build((None, timesteps, input_dim))
    return model

# %% right: cells
# One RNN layer over a list of cells.
def build_deep(timesteps, input_dim, units, vector):
    cells = [keras.layers.SimpleRNNCell(width) for width in units]
    return keras.Sequential([
        keras.Input((timesteps, input_dim)),
        keras.layers.RNN(cells, return_sequences=not vector),
    ])

# %% right: functional
# The functional API.
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for k, width in enumerate(units):
        is_top = k == len(units) - 1
        x = SimpleRNN(width, return_sequences=not (is_top and vector))(x)
    return keras.Model(inputs, x)

# %% right: input_shape
# input_shape on the first layer, which warns.
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential()
    for k, width in enumerate(units):
        flag = k < len(units) - 1 or not vector
        if k == 0:
            model.add(SimpleRNN(width, input_shape=(timesteps, input_dim), return_sequences=flag))
        else:
            model.add(SimpleRNN(width, return_sequences=flag))
    return model

# %% right: last_by_index
# All states of the top layer, then the last one by its index.
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    states = inputs
    for width in units:
        states = SimpleRNN(width, return_sequences=True)(states)
    return keras.Model(inputs, states[:, -1] if vector else states)

# %% right: named
# A list of layers with names, tanh spelled out.
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim), name="words")]
    for k, width in enumerate(units, start=1):
        flag = True if k < len(units) else not vector
        layers.append(SimpleRNN(width, activation="tanh", return_sequences=flag, name=f"layer_{k}"))
    return keras.Sequential(layers, name="deep")

# %% right: nested
# A Sequential model inside a functional one.
def build_deep(timesteps, input_dim, units, vector):
    lower = [SimpleRNN(u, return_sequences=True) for u in units[:-1]]
    stack = keras.Sequential([keras.Input((timesteps, input_dim)), *lower, SimpleRNN(units[-1], return_sequences=not vector)])
    x = keras.Input(shape=(timesteps, input_dim), name="words")
    return keras.Model(x, stack(x))

# %% right: return_state
# Every layer returns its state too; the last one is the output.
def build_deep(timesteps, input_dim, units, vector):
    x = inp = keras.Input((timesteps, input_dim))
    for u in units:
        x, state = SimpleRNN(u, return_sequences=True, return_state=True)(x)
    return keras.Model(inp, state if vector else x)

# %% wrong: all_on_input
# Every layer reads the input.
# fails: build_deep-sequence build_deep-vector
# message: top layer only
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    for k, width in enumerate(units):
        last = k == len(units) - 1
        outputs = SimpleRNN(width, return_sequences=not (last and vector))(inputs)
    return keras.Model(inputs, outputs)

# %% wrong: always_vector
# The model always ends in the last state.
# fails: build_deep-sequence build_deep-one
# message: returns only the last state
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=False))
    return keras.Sequential(layers)

# %% wrong: backwards
# The layers go backwards in time.
# fails: build_deep-sequence build_deep-vector
# message: go_backwards
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, go_backwards=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, go_backwards=True))
    return keras.Sequential(layers)

# %% wrong: bias_of_ones
# The bias starts from ones.
# fails: build_deep-defaults
# message: bias_initializer
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, bias_initializer="ones"))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, bias_initializer="ones"))
    return keras.Sequential(layers)

# %% wrong: dense_on_top
# A dense layer on top.
# fails: build_deep-vector
# message: dense layer on top
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    if vector:
        layers.append(keras.layers.Dense(units[-1]))
    return keras.Sequential(layers)

# %% wrong: dropout
# Dropout in every layer.
# fails: build_deep-defaults
# message: `dropout`
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, dropout=0.2))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, dropout=0.2))
    return keras.Sequential(layers)

# %% wrong: dropout_between
# A dropout layer after each recurrent one.
# fails: build_deep-defaults
# message: a Dropout layer
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
        model.add(keras.layers.Dropout(0.5))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: first_state
# The first state of the top layer instead of the last one.
# fails: build_deep-vector
# message: the first state, not the last
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    states = inputs
    for width in units:
        states = SimpleRNN(width, return_sequences=True)(states)
    return keras.Model(inputs, states[:, 0] if vector else states)

# %% wrong: first_width
# The width of the lowest layer in all.
# fails: build_deep-sequence build_deep-vector
# message: width of the lowest layer
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = [units[0]] * len(units)
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: fixed_batch
# The batch size is fixed to 1.
# fails: build_deep-sequence build_deep-vector
# message: fixes the batch size
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input(batch_shape=(1, timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: flatten
# All states in one row instead of the last one.
# fails: build_deep-vector build_deep-one
# message: flattens all states
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=True))
    if vector:
        layers.append(keras.layers.Flatten())
    return keras.Sequential(layers)

# %% wrong: gru
# GRU layers.
# fails: build_deep-sequence build_deep-vector build_deep-one
# message: GRU
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for i, w in enumerate(units):
        model.add(keras.layers.GRU(w, return_sequences=i < len(units) - 1 or not vector))
    return model

# %% wrong: joined_with_input
# The top states joined with the input.
# fails: build_deep-sequence build_deep-one
# message: as well as the states
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    states = inputs
    for width in units[:-1]:
        states = SimpleRNN(width, return_sequences=True)(states)
    states = SimpleRNN(units[-1], return_sequences=not vector)(states)
    if not vector:
        states = keras.layers.Concatenate()([inputs, states])
    return keras.Model(inputs, states)

# %% wrong: kernel_of_ones
# The kernels start from ones.
# fails: build_deep-defaults
# message: kernel_initializer
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, kernel_initializer="ones"))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, kernel_initializer="ones"))
    return keras.Sequential(layers)

# %% wrong: last_width
# The width of the top layer in all.
# fails: build_deep-sequence build_deep-vector
# message: width of the top layer
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = [units[-1]] * len(units)
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: lower_last_state
# The lower layers return only their last state.
# fails: build_deep-sequence build_deep-vector
# message: expected ndim=3
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: lowest_always_true
# The lowest layer always returns its sequence, also when it is the top one.
# fails: build_deep-one
# message: single layer returns all states
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    model.add(SimpleRNN(units[0], return_sequences=True))
    for k, width in enumerate(units[1:], start=1):
        model.add(SimpleRNN(width, return_sequences=k < len(units) - 1 or not vector))
    return model

# %% wrong: lstm
# LSTM layers.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-defaults
# message: LSTM
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(keras.layers.LSTM(width, return_sequences=True))
    layers.append(keras.layers.LSTM(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: masking
# A mask that only shows where a time step is all zeros.
# fails: build_deep-defaults
# message: a Masking layer
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.Masking()])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: mean
# The mean of all states instead of the last one.
# fails: build_deep-vector
# message: mean of all states
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=True))
    if vector:
        layers.append(keras.layers.GlobalAveragePooling1D())
    return keras.Sequential(layers)

# %% wrong: no_bias
# Layers without a bias.
# fails: build_deep-sequence build_deep-vector
# message: without a bias
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, use_bias=False))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, use_bias=False))
    return keras.Sequential(layers)

# %% wrong: no_input
# No Input: the model is not built.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-defaults
# message: does not know its input shape
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential()
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: only_lowest_returns
# Only the lowest layer returns its sequence.
# fails: build_deep-sequence build_deep-vector
# message: expected ndim=3
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=width == units[0]))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: pop
# The top width is taken off the caller's list.
# fails: build_deep-unchanged
# message: function changes the
def build_deep(timesteps, input_dim, units, vector):
    top = units.pop()
    layers = [SimpleRNN(width, return_sequences=True) for width in units]
    layers.append(SimpleRNN(top, return_sequences=not vector))
    return keras.Sequential([keras.Input((timesteps, input_dim))] + layers)

# %% wrong: relu
# relu instead of tanh.
# fails: build_deep-sequence build_deep-vector
# message: relu
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, activation="relu"))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, activation="relu"))
    return keras.Sequential(layers)

# %% wrong: repeat_vector
# The last state of a layer repeated for the next one, a cure that is often read of.
# fails: build_deep-sequence build_deep-vector
# message: again and again
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for w in units[:-1]:
        model.add(SimpleRNN(w))
        model.add(keras.layers.RepeatVector(timesteps))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: reversed
# The layers in reversed order.
# fails: build_deep-sequence build_deep-vector
# message: reversed order
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units[::-1]
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: same_layer_where_it_fits
# One layer object for all places where its shapes fit.
# fails: build_deep-vector
# message: share their weights
def build_deep(timesteps, input_dim, units, vector):
    x = inp = keras.Input((timesteps, input_dim))
    made = {}
    for i, w in enumerate(units):
        key = (x.shape[-1], w, i < len(units) - 1)
        if key not in made:
            made[key] = SimpleRNN(w, return_sequences=i < len(units) - 1 or not vector)
        x = made[key](x)
    return keras.Model(inp, x)

# %% wrong: summary_returned
# The summary is returned, which is None.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-unchanged build_deep-defaults
# message: is None
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model.summary()

# %% wrong: swapped_input
# timesteps and input_dim swapped.
# fails: build_deep-sequence build_deep-vector
# message: timesteps and input_dim swapped
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((input_dim, timesteps))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: three_at_most
# Three layers at the most.
# fails: build_deep-vector
# message: lacks the top layer
def build_deep(timesteps, input_dim, units, vector):
    units = units[:3]
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: time_left_open
# The number of time steps is left open.
# fails: build_deep-sequence build_deep-vector
# message: does not fix the number of time steps
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((None, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: top_by_index_of
# The place of a layer is looked up by its width: units.index finds the first one.
# fails: build_deep-vector
# message: vector=True, the model returns all states
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for w in units:
        last = units.index(w) == len(units) - 1
        model.add(SimpleRNN(w, return_sequences=not (vector and last)))
    return model

# %% wrong: top_by_width
# The layer as wide as the top one is taken for the top one.
# fails: build_deep-vector
# message: found by its width
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for w in units:
        model.add(SimpleRNN(w, return_sequences=not (vector and w == units[-1])))
    return model

# %% wrong: top_left_out
# The top layer is left out.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-defaults
# message: lacks the top layer
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    return model

# %% wrong: two_layers
# Two layers, whatever units says.
# fails: build_deep-sequence build_deep-vector build_deep-one
# message: layers between
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = [units[0], units[-1]]
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

# %% wrong: vector_ignored
# All layers return their sequences, whatever vector is.
# fails: build_deep-vector build_deep-one
# message: returns all states
def build_deep(timesteps, input_dim, units, vector):
    layers = [SimpleRNN(width, return_sequences=True) for width in units]
    return keras.Sequential([keras.Input((timesteps, input_dim))] + layers)

# %% wrong: vector_inverted
# vector is taken the other way round.
# fails: build_deep-sequence build_deep-vector build_deep-one
# message: With vector=False, the model returns only
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=vector))
    return keras.Sequential(layers)

# %% wrong: zero_recurrent
# The recurrent kernels start from zeros.
# fails: build_deep-defaults
# message: recurrent_initializer
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, recurrent_initializer="zeros"))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, recurrent_initializer="zeros"))
    return keras.Sequential(layers)

# %% wrong: trainable
# The layers are not trainable.
# fails: build_deep-defaults
# message: trainable
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, trainable=False))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, trainable=False))
    return model

# %% wrong: float64
# The layers compute in float64.
# fails: build_deep-defaults
# message: dtype
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, dtype="float64"))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, dtype="float64"))
    return model

# %% wrong: he_normal
# Another initializer of the kernel.
# fails: build_deep-defaults
# message: kernel_initializer
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, kernel_initializer="he_normal"))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, kernel_initializer="he_normal"))
    return model

# %% wrong: l2
# A regularizer.
# fails: build_deep-defaults
# message: kernel_regularizer
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, kernel_regularizer="l2"))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, kernel_regularizer="l2"))
    return model

# %% wrong: constraint
# A constraint.
# fails: build_deep-defaults
# message: kernel_constraint
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, kernel_constraint="non_neg"))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, kernel_constraint="non_neg"))
    return model

# %% wrong: recurrent_dropout
# Dropout of the state.
# fails: build_deep-defaults
# message: recurrent_dropout
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, recurrent_dropout=0.2))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, recurrent_dropout=0.2))
    return model

# %% wrong: sigmoid
# sigmoid instead of tanh.
# fails: build_deep-sequence build_deep-vector
# message: sigmoid
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, activation="sigmoid"))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, activation="sigmoid"))
    return model

# %% wrong: linear
# No activation.
# fails: build_deep-sequence build_deep-vector
# message: linear
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True, activation=None))
    model.add(SimpleRNN(units[-1], return_sequences=not vector, activation=None))
    return model

# %% wrong: dense_between
# Dense layers between the recurrent ones.
# fails: build_deep-sequence build_deep-vector
# message: dense layers between
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
        model.add(keras.layers.Dense(width))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: batch_normalization
# A normalization after each layer.
# fails: build_deep-sequence build_deep-vector build_deep-defaults
# message: BatchNormalization
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
        model.add(keras.layers.BatchNormalization())
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: reshape_between
# The last state as a sequence of one step.
# fails: build_deep-sequence build_deep-vector
# message: upper layers read a single time step
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width))
        model.add(keras.layers.Reshape((1, width)))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: tensor_returned
# The tensor instead of the model.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-unchanged build_deep-defaults
# message: is a tensor
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    x = inputs
    for k, width in enumerate(units):
        x = SimpleRNN(width, return_sequences=k < len(units) - 1 or not vector)(x)
    return x

# %% wrong: single_ignores_vector
# A single layer always returns its last state.
# fails: build_deep-one
# message: single layer returns only the last state
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    if len(units) == 1:
        model.add(SimpleRNN(units[0]))
        return model
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: not_imported
# A name that was not imported.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-unchanged build_deep-defaults
# message: belongs to keras
def build_deep(timesteps, input_dim, units, vector):
    model = Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

# %% wrong: no_return
# The return is forgotten.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-unchanged build_deep-defaults
# message: is None
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))

# %% wrong: time_without_features
# Only the time steps in the input shape.
# fails: build_deep-sequence build_deep-vector build_deep-one build_deep-unchanged build_deep-defaults
# message: three axes
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps,))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model
