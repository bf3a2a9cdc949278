# %% right: backward_layer
# Both layers are written out.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in reversed(range(n_layers)):
        flag = k > 0 or not vector
        model.add(Bidirectional(
            SimpleRNN(units, return_sequences=flag),
            backward_layer=SimpleRNN(units, return_sequences=flag, go_backwards=True),
            merge_mode=merge_mode,
        ))
    return model

# %% right: batch_shape
# Input(batch_shape=) and a compiled model.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    model.compile('adam', 'mse')
    return model

# %% right: build_called
# No Input, but build with the shape.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()

    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    model.build((None, timesteps, input_dim))
    return model

# %% right: functional
# The functional API.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for k in range(n_layers - 1):
        x = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)(x)
    x = Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode)(x)
    return keras.Model(inputs=inputs, outputs=x)

# %% right: input_shape_argument
# input_shape= on the first layer, with its warning.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    for k in range(n_layers):
        options = {'input_shape': (timesteps, input_dim)} if k == 0 else {}
        rnn = SimpleRNN(units, return_sequences=k + 1 < n_layers or not vector)
        model.add(Bidirectional(rnn, merge_mode=merge_mode, **options))
    warnings.warn('input_shape is old')
    print(model.output_shape)
    return model

# %% right: list_of_layers
# Sequential with a list, named layers.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    flags = [True] * (n_layers - 1) + [not vector]
    layers = [keras.layers.InputLayer(shape=(timesteps, input_dim), name='words')]
    for k, flag in enumerate(flags):
        rnn = keras.layers.SimpleRNN(units, return_sequences=flag, name=f'rnn_{k}')
        layers.append(keras.layers.Bidirectional(rnn, merge_mode=merge_mode, name=f'both_{k}'))
    return keras.Sequential(layers, name='deep')

# %% right: merged_outside
# Bidirectional with merge_mode=None, merged by layers of its own.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    merged = {"concat": keras.layers.concatenate, "sum": keras.layers.add, "mul": keras.layers.multiply, "ave": keras.layers.average}[merge_mode]
    x = inp = keras.Input((timesteps, input_dim))
    for k in range(n_layers):
        x = merged(Bidirectional(SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector), merge_mode=None)(x))
    return keras.Model(inp, x)

# %% right: return_state
# The vector is merged of the states that return_state gives.
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    merged = {"concat": keras.layers.concatenate, "sum": keras.layers.add, "mul": keras.layers.multiply, "ave": keras.layers.average}[merge_mode]
    x = inp = keras.Input((timesteps, input_dim))
    for k in range(n_layers):
        x, f, g = Bidirectional(SimpleRNN(units, return_sequences=True, return_state=True), merge_mode=merge_mode)(x)
    return keras.Model(inp, merged([f, g]) if vector else x)

# %% wrong: all_sum
# All but concat is taken for a sum.
# fails: build_deep_bi-merge
# message: merges by sum
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode="concat" if merge_mode == "concat" else "sum"))
    return model

# %% wrong: always_two
# Always a lower and an upper layer.
# fails: build_deep_bi-vector build_deep_bi-own build_deep_bi-single
# message: one layer too few
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode),
        Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode),
    ])

# %% wrong: always_vector
# The top layer always returns a vector.
# fails: build_deep_bi-sequences build_deep_bi-merge build_deep_bi-single
# message: returns one vector
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=k < n_layers - 1), merge_mode=merge_mode))
    return model

# %% wrong: ave_for_sum
# sum is taken for ave.
# fails: build_deep_bi-merge
# message: merges by ave
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode="ave" if merge_mode == "sum" else merge_mode))
    return model

# %% wrong: axes_exchanged
# Features and time steps are exchanged.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-single
# message: exchanges the time steps
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_dim, timesteps)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: dense_on_top
# A Dense layer on top that nobody asked for.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: Dense layer on top
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    model.add(Dense(1))
    return model

# %% wrong: double_units_above
# The upper layers get twice the units.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
# message: upper layers with twice
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(2 * units if k else units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: dropout
# Dropout in every layer.
# fails: build_deep_bi-sequences
# message: `dropout`
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    m = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in range(n_layers):
        m.add(Bidirectional(SimpleRNN(units, dropout=0.5, return_sequences=k < n_layers - 1 or not vector), merge_mode=merge_mode))
    return m

# %% wrong: first_bidirectional_only
# Only the first layer is bidirectional.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own
# message: one direction only in the upper
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)) if k else Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: first_layer_vector
# The first layer drops the time axis instead of the top one.
# fails: build_deep_bi-vector
# message: expected ndim=3
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == 0)), merge_mode=merge_mode))
    return model

# %% wrong: fixed_batch
# A batch size of 1 is fixed.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-single
# message: fixes the batch size
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(1, timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: flattened
# The vector is all time steps, laid out.
# fails: build_deep_bi-vector build_deep_bi-single
# message: flattens all time steps
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    if vector:
        model.add(keras.layers.Flatten())
    return model

# %% wrong: gru
# GRU layers instead of SimpleRNN.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
# message: GRU
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    m = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in range(n_layers):
        m.add(Bidirectional(keras.layers.GRU(units, return_sequences=k < n_layers - 1 or not vector), merge_mode=merge_mode))
    return m

# %% wrong: half_units
# The units are shared out between the directions.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-single
# message: half the units
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units // 2, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: largest_over_time
# The vector is the largest value over time.
# fails: build_deep_bi-vector
# message: largest value over time
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    m = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in range(n_layers):
        m.add(Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    if vector:
        m.add(keras.layers.GlobalMaxPooling1D())
    return m

# %% wrong: lstm
# LSTM layers instead of SimpleRNN.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
# message: LSTM
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(keras.layers.LSTM(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: masking
# A mask that only shows where a time step is all zeros.
# fails: build_deep_bi-sequences
# message: Masking layer
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.Masking()])
    for k in range(n_layers):
        rnn = SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector)
        model.add(Bidirectional(rnn, merge_mode=merge_mode))
    return model

# %% wrong: mean_over_time
# The vector is the mean over time.
# fails: build_deep_bi-vector
# message: mean over time
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    if vector:
        model.add(keras.layers.GlobalAveragePooling1D())
    return model

# %% wrong: merge_bottom_only
# The merge mode is handed to the first layer only.
# fails: build_deep_bi-merge
# message: concat in the upper layer
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode="concat" if k else merge_mode))
    return model

# %% wrong: merge_ignored
# The merge mode is not handed on.
# fails: build_deep_bi-merge
# message: merges by concat
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1))))
    return model

# %% wrong: merge_top_only
# The merge mode is handed to the top layer only.
# fails: build_deep_bi-merge
# message: concat in the lower layer
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode if k == n_layers - 1 else "concat"))
    return model

# %% wrong: no_bias
# Layers without a bias.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own
# message: without a bias
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, use_bias=False, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: no_features
# The input shape lacks the features.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: expected ndim=3, found ndim=2
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps,)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: no_input
# The model does not know its input shape.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: does not know its input shape
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()

    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: no_return
# The model is not returned.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: is None
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    model.summary()

# %% wrong: no_sequences
# No layer returns its states at all time steps.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: expected ndim=3, found ndim=2
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units), merge_mode=merge_mode))
    return model

# %% wrong: not_turned_back
# Two bare layers, the backward one not put back into time order.
# fails: build_deep_bi-sequences build_deep_bi-vector
# message: backward states into time order
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    join = {"concat": keras.layers.Concatenate, "sum": keras.layers.Add, "mul": keras.layers.Multiply, "ave": keras.layers.Average}
    for k in range(n_layers):
        last = vector and k == n_layers - 1
        f = SimpleRNN(units, return_sequences=not last)(x)
        g = SimpleRNN(units, return_sequences=not last, go_backwards=True)(x)
        x = join[merge_mode]()([f, g])
    return keras.Model(inputs, x)

# %% wrong: one_direction
# The layers are not bidirectional.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: one direction
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)))
    return model

# %% wrong: one_layer
# The number of layers is ignored.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own
# message: one layer
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode),
    ])

# %% wrong: one_too_few
# The loop starts at 1.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: one layer too few
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(1, n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: one_too_many
# A layer before a loop over all.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
# message: one layer too many
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers + 1):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers)), merge_mode=merge_mode))
    return model

# %% wrong: only_first_hands_up
# Only the first layer returns its states at all time steps where a vector is asked for.
# fails: build_deep_bi-vector
# message: expected ndim=3
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=k == 0 and n_layers > 1 or not vector), merge_mode=merge_mode))
    return model

# %% wrong: relu
# Another activation than tanh.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
# message: `activation`
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, activation='relu', return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: row_minus_one
# The vector is row -1 of all time steps.
# fails: build_deep_bi-vector
# message: row -1
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for _ in range(n_layers):
        x = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)(x)
    if vector:
        x = x[:, -1]
    return keras.Model(inputs, x)

# %% wrong: row_zero
# The vector is row 0 of all time steps.
# fails: build_deep_bi-vector
# message: row 0
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for _ in range(n_layers):
        x = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)(x)
    if vector:
        x = x[:, 0]
    return keras.Model(inputs, x)

# %% wrong: same_layer
# One layer is used on every level.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own
# message: same layer more than once
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    layer = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)
    x = inputs
    for k in range(n_layers - 1 if vector else n_layers):
        x = layer(x)
    if vector:
        x = Bidirectional(SimpleRNN(units), merge_mode=merge_mode)(x)
    return keras.Model(inputs, x)

# %% wrong: same_layer_where_it_fits
# One layer for all levels that read the same width.
# fails: build_deep_bi-own
# message: same layer more than once
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x, layers = inputs, {}
    for k in range(n_layers):
        key = x.shape[-1], not (vector and k == n_layers - 1)
        if key not in layers:
            layers[key] = Bidirectional(SimpleRNN(units, return_sequences=key[1]), merge_mode=merge_mode)
        x = layers[key](x)
    return keras.Model(inputs, x)

# %% wrong: same_middle_layer
# One layer for all places between the lowest and the top one.
# fails: build_deep_bi-own
# message: same layer more than once
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    x = inp = keras.Input((timesteps, input_dim))
    mid = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)
    for k in range(n_layers):
        if k == 0 and n_layers > 1:
            x = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)(x)
        elif k < n_layers - 1:
            x = mid(x)
        else:
            x = Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode)(x)
    return keras.Model(inp, x)

# %% wrong: second_to_top
# An index too low: the layer below the top one drops the time axis.
# fails: build_deep_bi-vector build_deep_bi-single
# message: keeps the time axis
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 2)), merge_mode=merge_mode))
    return model

# %% wrong: top_at_n
# An index too high: no layer drops the time axis.
# fails: build_deep_bi-vector build_deep_bi-single
# message: keeps the time axis
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers)), merge_mode=merge_mode))
    return model

# %% wrong: top_bidirectional_only
# Only the top layer is bidirectional.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own
# message: one direction only below
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode) if k == n_layers - 1 else SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)))
    return model

# %% wrong: two_stacks
# Two stacks, one for each direction, merged at the top only.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
# message: keeps the directions apart
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inp = keras.Input((timesteps, input_dim))
    f = g = inp
    for k in range(n_layers):
        rs = k < n_layers - 1 or not vector
        f = SimpleRNN(units, return_sequences=rs)(f)
        g = SimpleRNN(units, return_sequences=rs, go_backwards=(k == 0))(g)
    layer = dict(concat=keras.layers.Concatenate, sum=keras.layers.Add, mul=keras.layers.Multiply, ave=keras.layers.Average)[merge_mode]
    return keras.Model(inp, layer()([f, g]))

# %% wrong: vector_ignored
# All time steps, also where a vector is asked for.
# fails: build_deep_bi-vector build_deep_bi-single
# message: keeps the time axis
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    return model

# %% wrong: vector_in_every_layer
# Every layer drops the time axis where a vector is asked for.
# fails: build_deep_bi-vector
# message: expected ndim=3, found ndim=2
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode))
    return model

# %% wrong: vector_inverted
# vector is taken the wrong way round.
# fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-single
# message: returns one vector
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (not vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

# %% wrong: concat_for_vectors
# A vector is always merged by concat.
# fails: build_deep_bi-merge
# message: by concat
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        rnn = SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector)
        model.add(Bidirectional(rnn, merge_mode="concat" if vector else merge_mode))
    return model

# %% wrong: ave_for_mul_in_vectors
# In a vector mul is taken for ave.
# fails: build_deep_bi-merge
# message: merges by ave
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        rnn = SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector)
        model.add(Bidirectional(rnn, merge_mode="ave" if vector and merge_mode == "mul" else merge_mode))
    return model

# %% wrong: frozen
# The layers are not trainable.
# fails: build_deep_bi-sequences
# message: `trainable`
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        rnn = SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector, trainable=False)
        model.add(Bidirectional(rnn, merge_mode=merge_mode))
    return model

# %% wrong: other_initializer
# Another initializer than the default.
# fails: build_deep_bi-sequences
# message: `recurrent_initializer`
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        rnn = SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector, recurrent_initializer="glorot_uniform")
        model.add(Bidirectional(rnn, merge_mode=merge_mode))
    return model

# %% wrong: regularized
# A regularizer in every layer.
# fails: build_deep_bi-sequences
# message: `kernel_regularizer`
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        rnn = SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector, kernel_regularizer="l2")
        model.add(Bidirectional(rnn, merge_mode=merge_mode))
    return model

# %% wrong: row_minus_one_but_concat
# Row -1 for every mode but concat.
# fails: build_deep_bi-merge
# message: row -1
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for k in range(n_layers):
        last = vector and k == n_layers - 1 and merge_mode == "concat"
        x = Bidirectional(SimpleRNN(units, return_sequences=not last), merge_mode=merge_mode)(x)
    return keras.Model(inputs, x[:, -1] if vector and not last else x)
