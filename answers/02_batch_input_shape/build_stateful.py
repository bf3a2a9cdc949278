# %% right: batch_size
# shape= and batch_size=, a named layer.
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim), batch_size=batch),
        SimpleRNN(units, return_sequences=True, stateful=True, name="remembers"),
    ])

# %% right: build_later
# A Sequential that is built afterwards.
def build_stateful(batch, timesteps, input_dim, units):
    model = keras.Sequential([SimpleRNN(units, return_sequences=True, stateful=True)])
    model.build((batch, timesteps, input_dim))
    return model

# %% right: cell
# keras.layers.RNN around a SimpleRNNCell, which computes the same.
def build_stateful(batch, timesteps, input_dim, units):
    cell = keras.layers.SimpleRNNCell(units)
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(batch, timesteps, input_dim)))
    model.add(keras.layers.RNN(cell, return_sequences=True, stateful=True))
    return model

# %% right: functional
# The functional API.
def build_stateful(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    states = SimpleRNN(units, stateful=True, return_sequences=True)(x)
    return keras.Model(x, states)

# %% right: settings
# The settings come from a dictionary; prints and is compiled.
def build_stateful(batch, timesteps, input_dim, units):
    settings = {"units": units, "return_sequences": True, "stateful": True}
    model = keras.models.Sequential([
        keras.layers.InputLayer(batch_shape=(batch, timesteps, input_dim)),
        keras.layers.SimpleRNN(**settings),
    ])
    model.compile(optimizer="adam", loss="mse")
    print(model.output_shape)
    return model

# %% right: unrolled
# unroll=True changes the speed and not the result.
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True, unroll=True),
    ])

# %% wrong: axes_swapped
# Time steps and input dimension are swapped.
# fails: build_stateful-check build_stateful-shape
# message: swapped
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, input_dim, timesteps)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

# %% wrong: backwards
# The layer reads backwards, and hands its state the wrong way.
# fails: build_stateful-check build_stateful-values build_stateful-carry
# message: `go_backwards`
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True, go_backwards=True),
    ])

# %% wrong: batch_of_one
# A stateful layer is thought to need a batch of one.
# fails: build_stateful-check build_stateful-shape
# message: batch size of 1
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(1, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

# %% wrong: batch_open
# The batch is left open, which a stateful layer refuses.
# fails: build_stateful-check build_stateful-shape build_stateful-values build_stateful-carry
# message: batch size must be static
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

# %% wrong: called_before
# Called once before it is returned: the state is not zero.
# fails: build_stateful-check build_stateful-values
# message: not zero
def build_stateful(batch, timesteps, input_dim, units):
    m = keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True, stateful=True)])
    m(np.ones((batch, timesteps, input_dim)))
    return m

# %% wrong: dropout
# Dropout, which shows in training only.
# fails: build_stateful-check build_stateful-values
# message: `dropout`
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True, stateful=True, dropout=0.3)])

# %% wrong: extra_dense
# A Dense layer on top.
# fails: build_stateful-check build_stateful-values
# message: Dense layer on top
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
        keras.layers.Dense(units),
    ])

# %% wrong: frozen
# The model is not trained.
# fails: build_stateful-check build_stateful-values
# message: `trainable`
def build_stateful(batch, timesteps, input_dim, units):
    m = keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True, stateful=True)])
    m.trainable = False
    return m

# %% wrong: gru
# A GRU in place of a SimpleRNN.
# fails: build_stateful-check build_stateful-values
# message: GRU
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        keras.layers.GRU(units, return_sequences=True, stateful=True),
    ])

# %% wrong: hard_coded
# The sizes of the worked cells, whatever the arguments.
# fails: build_stateful-check build_stateful-shape
# message: hard-coded sizes
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(8, 2, 10)),
        SimpleRNN(3, return_sequences=True, stateful=True),
    ])

# %% wrong: hard_coded_units
# The units of the worked cells, whatever the argument.
# fails: build_stateful-check build_stateful-shape
# message: hard-coded hidden size
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(3, return_sequences=True, stateful=True),
    ])

# %% wrong: last_only
# return_sequences is forgotten.
# fails: build_stateful-check build_stateful-shape
# message: no time axis
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, stateful=True),
    ])

# %% wrong: neither
# A plain layer: neither setting.
# fails: build_stateful-check build_stateful-shape build_stateful-carry
# message: no time axis
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units),
    ])

# %% wrong: no_bias
# No bias, as in the adding layer.
# fails: build_stateful-check build_stateful-values
# message: no bias
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, use_bias=False, return_sequences=True, stateful=True),
    ])

# %% wrong: no_tanh
# No activation, as in the adding layer.
# fails: build_stateful-check build_stateful-values
# message: `activation`
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, activation=None, return_sequences=True, stateful=True),
    ])

# %% wrong: not_stateful
# The layer does not keep its state.
# fails: build_stateful-check build_stateful-carry
# message: not kept
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True),
    ])

# %% wrong: old_spelling
# The old argument, which Keras 3 refuses.
# fails: build_stateful-check build_stateful-shape build_stateful-values build_stateful-carry
# message: Unrecognized keyword
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(
        units, batch_input_shape=(batch, timesteps, input_dim), return_sequences=True, stateful=True)])

# %% wrong: relu
# ReLU in place of tanh.
# fails: build_stateful-check build_stateful-values
# message: `activation`
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, "relu", return_sequences=True, stateful=True),
    ])

# %% wrong: repeated
# The last state repeated, in place of all states.
# fails: build_stateful-check build_stateful-values
# message: RepeatVector
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, stateful=True), keras.layers.RepeatVector(timesteps)])

# %% wrong: return_state
# return_state is taken for stateful.
# fails: build_stateful-check build_stateful-shape build_stateful-carry
# message: return_state
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, return_state=True),
    ])

# %% wrong: shared_layer
# New models around one layer.
# fails: build_stateful-check build_stateful-values
# message: same weights
_layers = {}
def build_stateful(batch, timesteps, input_dim, units):
    layer = _layers.setdefault((batch, input_dim, units), SimpleRNN(units, return_sequences=True, stateful=True))
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), layer])

# %% wrong: steps_open
# The time steps are left open.
# fails: build_stateful-check build_stateful-shape
# message: leaves the number of time steps unspecified
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, None, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

# %% wrong: time_first
# The time axis comes before the batch.
# fails: build_stateful-check build_stateful-shape
# message: batch and the time steps swapped
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(timesteps, batch, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

# %% wrong: all_settings
# return_state is set as well.
# fails: build_stateful-check build_stateful-shape
# message: two outputs
def build_stateful(batch, timesteps, input_dim, units):
    inputs = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return keras.Model(inputs, SimpleRNN(units, return_state=True, return_sequences=True, stateful=True)(inputs))

# %% wrong: initializer
# Another initializer.
# fails: build_stateful-check build_stateful-values
# message: `kernel_initializer`
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, kernel_initializer="he_normal", return_sequences=True, stateful=True)])

# %% wrong: lstm
# An LSTM in place of a SimpleRNN.
# fails: build_stateful-check build_stateful-values
# message: LSTM
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.LSTM(units, return_sequences=True, stateful=True)])

# %% wrong: masking
# A Masking layer below.
# fails: build_stateful-check build_stateful-values
# message: Masking
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.Masking(), SimpleRNN(units, return_sequences=True, stateful=True)])

# %% wrong: no_return
# The model is not returned.
# fails: build_stateful-check build_stateful-shape build_stateful-values build_stateful-carry
# message: is None
def build_stateful(batch, timesteps, input_dim, units):
    model = keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim))])
    model.add(SimpleRNN(units, return_sequences=True, stateful=True))

# %% wrong: two_layers
# Two recurrent layers.
# fails: build_stateful-check build_stateful-values
# message: two SimpleRNN layers
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True, stateful=True), SimpleRNN(units, return_sequences=True, stateful=True)])

# %% wrong: units_from_input
# The input dimension is taken for the hidden size.
# fails: build_stateful-check build_stateful-shape
# message: input dimension instead of the hidden size
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(input_dim, return_sequences=True, stateful=True)])
