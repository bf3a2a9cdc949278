# %% right: add
# Layers added one by one, with names.
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim), name='sentence'))
    model.add(SimpleRNN(units, name='memory'))
    return model

# %% right: batch_shape
# Input(batch_shape=) with an open batch.
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    model.add(SimpleRNN(units))
    return model

# %% right: build
# Built afterwards.
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential([keras.layers.SimpleRNN(units)])
    model.build((None, timesteps, input_dim))
    return model

# %% right: cell
# RNN around a cell, compiled and with a summary printed.
def build_rnn(timesteps, input_dim, units):
    cell = keras.layers.SimpleRNNCell(units, activation='tanh')
    model = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.RNN(cell)])
    model.compile(loss='mse')
    model.summary()
    return model

# %% right: functional
# The functional API.
def build_rnn(timesteps, input_dim, units):
    inputs = keras.Input((timesteps, input_dim))
    outputs = keras.layers.SimpleRNN(units)(inputs)
    return keras.Model(inputs, outputs, name='simple')

# %% right: helper
# A helper function, and a warning of its own.
def layers(shape, units):
    yield keras.Input(shape=shape)
    yield SimpleRNN(units)


def build_rnn(timesteps, input_dim, units):
    warnings.warn('building')
    return keras.Sequential(list(layers((timesteps, input_dim), units)))

# %% right: input_shape
# The old keyword, which warns.
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units, input_shape=(timesteps, input_dim))])

# %% right: last_of_all
# All states, of which the last one is taken.
def build_rnn(timesteps, input_dim, units):
    inputs = keras.Input(shape=(timesteps, input_dim))
    states = SimpleRNN(units, return_sequences=True)(inputs)
    return keras.Model(inputs, states[:, -1])

# %% right: numpy_sizes
# Sizes as NumPy integers, settings written out.
def build_rnn(timesteps, input_dim, units):
    shape = tuple(int(size) for size in np.array([timesteps, input_dim]))
    layer = SimpleRNN(int(np.int64(units)), use_bias=True, return_sequences=False, unroll=False)
    return keras.Sequential([keras.layers.InputLayer(shape=shape), layer])

# %% right: return_state
# The last state by return_state, in the functional API.
def build_rnn(timesteps, input_dim, units):
    x = keras.Input((timesteps, input_dim))
    out, state = SimpleRNN(units, return_state=True)(x)
    return keras.Model(x, state)

# %% right: unrolled
# The layer is unrolled, with the same numbers.
def build_rnn(timesteps, input_dim, units):
    inputs = keras.layers.Input(shape=(timesteps, input_dim))
    return keras.models.Model(inputs=inputs, outputs=SimpleRNN(units, activation="tanh", unroll=True)(inputs))

# %% wrong: backwards
# Reads the input backwards.
# fails: build_rnn-values
# message: end to its beginning
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, go_backwards=True))
    return model

# %% wrong: batch_axis
# The batch as an axis of shape, too.
# fails: build_rnn-shapes build_rnn-values build_rnn-again
# message: does not belong in `shape`
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(None, timesteps, input_dim)))
    model.add(SimpleRNN(units))
    return model

# %% wrong: batch_normalised
# Batch normalization between input and layer.
# fails: build_rnn-values
# message: kind BatchNormalization
def build_rnn(timesteps, input_dim, units):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = keras.layers.BatchNormalization()(inputs)
    return keras.Model(inputs, SimpleRNN(units)(x))

# %% wrong: bias_ones
# The bias starts with ones.
# fails: build_rnn-values
# message: `bias_initializer`
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, bias_initializer="ones")])

# %% wrong: bidirectional
# Both directions, summed.
# fails: build_rnn-values
# message: Bidirectional
def build_rnn(timesteps, input_dim, units):
    rnn = keras.layers.Bidirectional(SimpleRNN(units), merge_mode="sum")
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), rnn])

# %% wrong: called
# Built by a call on one row, which fixes the batch at 1.
# fails: build_rnn-check build_rnn-shapes
# message: fixed batch size
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential([SimpleRNN(units)])
    model(np.zeros((1, timesteps, input_dim)))
    return model

# %% wrong: constraint
# A constraint on the kernel.
# fails: build_rnn-values
# message: `kernel_constraint`
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, kernel_constraint="non_neg")])

# %% wrong: dense_between
# A dense layer below.
# fails: build_rnn-values
# message: kind Dense
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.Dense(input_dim),
        keras.layers.SimpleRNN(units),
    ])

# %% wrong: dense_on_top
# A dense layer on top.
# fails: build_rnn-values
# message: kind Dense
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units))
    model.add(keras.layers.Dense(units))
    return model

# %% wrong: dense_one
# One output unit on top.
# fails: build_rnn-shapes build_rnn-values
# message: kind Dense
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units))
    model.add(keras.layers.Dense(1))
    return model

# %% wrong: dense_only
# A dense layer.
# fails: build_rnn-shapes build_rnn-values
# message: kind Dense
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.Dense(units))
    return model

# %% wrong: dropout
# A layer with dropout.
# fails: build_rnn-values
# message: dropout
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, recurrent_dropout=0.5))
    return model

# %% wrong: dropout_layer
# A layer of dropout in front.
# fails: build_rnn-values
# message: kind Dropout
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.layers.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.Dropout(0.2))
    model.add(SimpleRNN(units))
    return model

# %% wrong: fixed_batch
# A batch of 8 is fixed.
# fails: build_rnn-shapes
# message: fixed batch size
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(8, timesteps, input_dim)))
    model.add(SimpleRNN(units))
    return model

# %% wrong: flattened
# All states in one row.
# fails: build_rnn-shapes build_rnn-values
# message: multiplies the hidden size
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential([keras.Input(shape=(timesteps, input_dim))])
    model.add(SimpleRNN(units, return_sequences=True))
    model.add(keras.layers.Flatten())
    return model

# %% wrong: float64
# Another precision.
# fails: build_rnn-values
# message: `dtype`
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, dtype="float64")])

# %% wrong: frozen
# Weights that are not trained.
# fails: build_rnn-values
# message: trainable
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, trainable=False))
    return model

# %% wrong: global_units
# A global in place of the argument.
# fails: build_rnn-shapes
# message: output shape
hidden_size = 8


def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(hidden_size)])

# %% wrong: gru
# A GRU.
# fails: build_rnn-values
# message: GRU
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.GRU(units))
    return model

# %% wrong: hard_coded
# The sizes of the example.
# fails: build_rnn-shapes
# message: the example
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2, 10)))
    model.add(SimpleRNN(3))
    return model

# %% wrong: hard_coded_units
# The hidden size of the example.
# fails: build_rnn-shapes
# message: the example
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(3))
    return model

# %% wrong: he_normal
# Another initializer for the kernel.
# fails: build_rnn-values
# message: `kernel_initializer`
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, kernel_initializer="he_normal"))
    return model

# %% wrong: layer
# The layer, not a model.
# fails: build_rnn-shapes build_rnn-values
# message: Keras model
def build_rnn(timesteps, input_dim, units):
    layer = SimpleRNN(units)
    layer.build((None, timesteps, input_dim))
    return layer

# %% wrong: legacy
# A model of the old Keras.
# fails: build_rnn-shapes build_rnn-values
# message: tf_keras
def build_rnn(timesteps, input_dim, units):
    model = tf_keras.Sequential()
    model.add(tf_keras.layers.SimpleRNN(units, input_length=timesteps, input_dim=input_dim))
    return model

# %% wrong: linear
# No activation.
# fails: build_rnn-values
# message: no tanh
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, activation=None))
    return model

# %% wrong: lstm
# An LSTM.
# fails: build_rnn-values
# message: LSTM
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.LSTM(units))
    return model

# %% wrong: masking
# A mask that only shows where a time step is all zeros.
# fails: build_rnn-values
# message: Masking
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.Masking(), SimpleRNN(units)])

# %% wrong: mean_of_states
# The mean of all states in place of the last one.
# fails: build_rnn-values
# message: GlobalAveragePooling1D
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, return_sequences=True), keras.layers.GlobalAveragePooling1D()])

# %% wrong: no_bias
# A layer without bias.
# fails: build_rnn-values
# message: no bias
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, use_bias=False))
    return model

# %% wrong: no_import
# The old import line is missing.
# fails: build_rnn-shapes build_rnn-values build_rnn-again
# message: belongs to keras
def build_rnn(timesteps, input_dim, units):
    model = Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units))
    return model

# %% wrong: no_input
# No input shape: the model is not built.
# fails: build_rnn-shapes build_rnn-values build_rnn-again
# message: does not know its input shape
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units)])

# %% wrong: no_return
# The model is built and summarised, not returned.
# fails: build_rnn-shapes build_rnn-values build_rnn-again
# message: `return`
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units))
    model.summary()

# %% wrong: old_keywords
# The old keywords, which Keras refuses.
# fails: build_rnn-shapes build_rnn-values build_rnn-again
# message: input_length
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units, input_length=timesteps, input_dim=input_dim)])

# %% wrong: open_steps
# The time steps are left open.
# fails: build_rnn-shapes
# message: number of time steps unspecified
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(None, input_dim)))
    model.add(SimpleRNN(units))
    return model

# %% wrong: recurrent_glorot
# The recurrent kernel is drawn like the kernel, not orthogonal.
# fails: build_rnn-values
# message: `recurrent_initializer`
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, recurrent_initializer="glorot_uniform")])

# %% wrong: regularizer
# A penalty on the kernel, which is in no output.
# fails: build_rnn-values
# message: `kernel_regularizer`
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, kernel_regularizer="l2")])

# %% wrong: relu
# ReLU.
# fails: build_rnn-values
# message: ReLU
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, activation='relu'))
    return model

# %% wrong: sequences
# All states returned.
# fails: build_rnn-shapes
# message: time axis
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, return_sequences=True))
    return model

# %% wrong: shared_layer
# The layer is kept for each size.
# fails: build_rnn-again
# message: share their weights
layers = {}


def build_rnn(timesteps, input_dim, units):
    layer = layers.setdefault((input_dim, units), SimpleRNN(units))
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), layer])

# %% wrong: sigmoid
# Sigmoid.
# fails: build_rnn-values
# message: sigmoid
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, activation='sigmoid'))
    return model

# %% wrong: softmax
# Softmax in place of tanh.
# fails: build_rnn-values
# message: softmax
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, activation="softmax")])

# %% wrong: state_too
# The state is returned as well.
# fails: build_rnn-shapes build_rnn-values
# message: more than one
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, return_state=True))
    return model

# %% wrong: stateful
# A stateful layer, with a fixed batch.
# fails: build_rnn-shapes build_rnn-values
# message: fixed batch size
def build_rnn(timesteps, input_dim, units):
    inputs = keras.Input(batch_shape=(1, timesteps, input_dim))
    return keras.Model(inputs, SimpleRNN(units, stateful=True)(inputs))

# %% wrong: swapped
# Time steps and input dimension swapped.
# fails: build_rnn-shapes
# message: swapped
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_dim, timesteps)))
    model.add(SimpleRNN(units))
    return model

# %% wrong: tanh_twice
# A second tanh on top of the layer.
# fails: build_rnn-values
# message: second tanh
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units), keras.layers.Activation("tanh")])

# %% wrong: timesteps_only
# The input shape lacks the input dimension.
# fails: build_rnn-shapes build_rnn-values build_rnn-again
# message: an axis of the input shape is missing
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps,)))
    model.add(SimpleRNN(units))
    return model

# %% wrong: two_layers
# A layer for each of two time steps.
# fails: build_rnn-values
# message: more than one recurrent layer
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, return_sequences=True))
    model.add(SimpleRNN(units))
    return model

# %% wrong: units_are_steps
# As many units as time steps.
# fails: build_rnn-shapes
# message: time steps instead of the hidden size
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(timesteps))
    return model

# %% wrong: units_in_input
# The hidden size as input dimension.
# fails: build_rnn-shapes
# message: instead of the input dimension
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, units)))
    model.add(SimpleRNN(units))
    return model

# %% wrong: zeros
# Weights that begin as zeros.
# fails: build_rnn-values
# message: `kernel_initializer`
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, kernel_initializer='zeros', recurrent_initializer='zeros'))
    return model
