# %% right: batch_size
# shape= and batch_size= instead of batch_shape=, a named layer.
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim), batch_size=batch),
        SimpleRNN(units, name="cell"),
    ], name="fixed")

# %% right: build_later
# A Sequential that is built afterwards.
def build_fixed(batch, timesteps, input_dim, units):
    model = keras.Sequential([SimpleRNN(units)])
    model.build((batch, timesteps, input_dim))
    return model

# %% right: call
# Built by a call on one batch of zeros.
def build_fixed(batch, timesteps, input_dim, units):
    m = keras.Sequential([SimpleRNN(units)])
    m(np.zeros((batch, timesteps, input_dim), "float32"))
    return m

# %% right: cell
# keras.layers.RNN around a SimpleRNNCell, which computes the same.
def build_fixed(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return keras.Model(x, keras.layers.RNN(keras.layers.SimpleRNNCell(units))(x))

# %% right: compiled
# The model is compiled too.
def build_fixed(batch, timesteps, input_dim, units):
    model = keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim))])
    model.add(SimpleRNN(units, stateful=False, return_sequences=False))
    model.compile("sgd", "mse")
    return model

# %% right: functional
# The functional API.
def build_fixed(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return keras.Model(x, SimpleRNN(units)(x))

# %% right: prints
# Prints and warns, and spells the defaults out.
def build_fixed(batch, timesteps, input_dim, units):
    import warnings

    warnings.warn("building")
    model = keras.models.Sequential()
    model.add(keras.layers.Input(batch_shape=[batch, timesteps, input_dim]))
    model.add(keras.layers.SimpleRNN(units=units, activation="tanh", use_bias=True))
    model.summary()
    return model

# %% wrong: axes_swapped
# Time steps and input dimension are swapped.
# fails: build_fixed-check build_fixed-shape
# message: time steps and input dimension swapped
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, input_dim, timesteps)), SimpleRNN(units)])

# %% wrong: backwards
# The layer reads the time steps backwards.
# fails: build_fixed-check build_fixed-values
# message: `go_backwards`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, go_backwards=True)])

# %% wrong: batch_last
# The batch axis comes last.
# fails: build_fixed-check build_fixed-shape
# message: the batch last
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(timesteps, input_dim, batch)), SimpleRNN(units)])

# %% wrong: batch_open
# The batch is not declared.
# fails: build_fixed-check build_fixed-shape
# message: leaves the batch size unspecified
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), SimpleRNN(units)])

# %% wrong: batch_second
# The time axis comes before the batch.
# fails: build_fixed-check build_fixed-shape
# message: batch and the time steps swapped
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(timesteps, batch, input_dim)), SimpleRNN(units)])

# %% wrong: bidirectional
# A bidirectional layer.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: twice the hidden size
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.Bidirectional(SimpleRNN(units))])

# %% wrong: cached
# One model for all calls with the same sizes.
# fails: build_fixed-check build_fixed-values
# message: same weights
_made = {}
def build_fixed(batch, timesteps, input_dim, units):
    key = batch, timesteps, input_dim, units
    if key not in _made:
        _made[key] = keras.Sequential([keras.Input(batch_shape=key[:3]), SimpleRNN(units)])
    return _made[key]

# %% wrong: dense
# A Dense layer on top.
# fails: build_fixed-check build_fixed-values
# message: Dense layer on top
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units), keras.layers.Dense(units)])

# %% wrong: dropout
# Dropout, which shows in training only.
# fails: build_fixed-check build_fixed-values
# message: `dropout`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, dropout=0.5)])

# %% wrong: four_axes
# The batch stands in shape=, which adds one more.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: expected ndim=3, found ndim=4
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(shape=(batch, timesteps, input_dim)), SimpleRNN(units)])

# %% wrong: frozen
# The layer is not trained.
# fails: build_fixed-check build_fixed-values
# message: `trainable`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, trainable=False)])

# %% wrong: gru
# A GRU in place of a SimpleRNN.
# fails: build_fixed-check build_fixed-values
# message: GRU
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.GRU(units)])

# %% wrong: hard_coded
# The sizes of the worked cell, whatever the arguments.
# fails: build_fixed-check build_fixed-shape
# message: hard-coded sizes
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(8, 2, 10)), SimpleRNN(3)])

# %% wrong: hard_coded_batch
# The batch of the worked cell, whatever the argument.
# fails: build_fixed-check build_fixed-shape
# message: batch size of 8
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(8, timesteps, input_dim)), SimpleRNN(units)])

# %% wrong: hard_coded_units
# The units of the worked cell, whatever the argument.
# fails: build_fixed-check build_fixed-shape
# message: hard-coded hidden size
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(3)])

# %% wrong: initializers
# Other initializers than by default.
# fails: build_fixed-check build_fixed-values
# message: initializer`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, bias_initializer="ones", recurrent_initializer="zeros")])

# %% wrong: no_bias
# The layer has no bias.
# fails: build_fixed-check build_fixed-values
# message: bias
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, use_bias=False)])

# %% wrong: no_return
# The model is built and not returned.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: is None
def build_fixed(batch, timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(batch, timesteps, input_dim)))
    model.add(SimpleRNN(units))

# %% wrong: old_keras
# A model of tf_keras.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: keras
def build_fixed(batch, timesteps, input_dim, units):
    return tf_keras.Sequential([tf_keras.layers.SimpleRNN(units, batch_input_shape=(batch, timesteps, input_dim))])

# %% wrong: old_spelling
# The old argument, which Keras 3 refuses.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: Unrecognized keyword
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units, batch_input_shape=(batch, timesteps, input_dim))])

# %% wrong: relu
# ReLU in place of tanh.
# fails: build_fixed-check build_fixed-values
# message: `activation`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, activation="relu")])

# %% wrong: sequences
# return_sequences is set.
# fails: build_fixed-check build_fixed-shape
# message: time axis
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True)])

# %% wrong: stateful
# A declared batch size is thought to need stateful=True.
# fails: build_fixed-check build_fixed-values
# message: `stateful`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, stateful=True)])

# %% wrong: steps_open
# The time steps are left open.
# fails: build_fixed-check build_fixed-shape
# message: leaves the number of time steps unspecified
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, None, input_dim)), SimpleRNN(units)])

# %% wrong: two_axes
# The input dimension is left out.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: expected ndim=3, found ndim=2
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps)), SimpleRNN(units)])

# %% wrong: unbuilt
# No input shape at all.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: does not know its input shape
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units)])

# %% wrong: units_from_steps
# units is taken for the number of time steps.
# fails: build_fixed-check build_fixed-shape
# message: time steps instead of the hidden size
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(timesteps)])

# %% wrong: float64
# The layer computes with double precision.
# fails: build_fixed-check build_fixed-values
# message: `dtype`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, dtype="float64")])

# %% wrong: lstm
# An LSTM in place of a SimpleRNN.
# fails: build_fixed-check build_fixed-values
# message: LSTM
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.LSTM(units)])

# %% wrong: masking
# A Masking layer below.
# fails: build_fixed-check build_fixed-values
# message: Masking
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.Masking(), SimpleRNN(units)])

# %% wrong: regularizer
# A regularizer on the kernel.
# fails: build_fixed-check build_fixed-values
# message: `kernel_regularizer`
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, kernel_regularizer="l2")])

# %% wrong: return_state
# The last state is returned twice.
# fails: build_fixed-check build_fixed-shape
# message: return_state
def build_fixed(batch, timesteps, input_dim, units):
    inputs = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return keras.Model(inputs, SimpleRNN(units, return_state=True)(inputs))

# %% wrong: tensor
# The output is returned, not the model.
# fails: build_fixed-check build_fixed-shape build_fixed-values
# message: is a tensor
def build_fixed(batch, timesteps, input_dim, units):
    inputs = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return SimpleRNN(units)(inputs)

# %% wrong: two_layers
# Two recurrent layers.
# fails: build_fixed-check build_fixed-values
# message: two SimpleRNN layers
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True), SimpleRNN(units)])

# %% wrong: flattened
# No recurrent layer at all.
# fails: build_fixed-check build_fixed-values
# message: no recurrent layer
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.Flatten(), keras.layers.Dense(units, activation="tanh")])
