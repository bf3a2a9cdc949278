# %% right: functional
# The functional API.
def build_writer(size, dimension, units):
    ids = keras.Input((None,), dtype="int32")
    x = keras.layers.Embedding(input_dim=size, output_dim=dimension)(ids)
    x = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(ids, keras.layers.Dense(size, activation="softmax")(x))

# %% right: masked
# With mask_zero, as in notebook 3.
def build_writer(size, dimension, units):
    model = keras.Sequential()
    model.add(keras.Input((None,)))
    model.add(keras.layers.Embedding(size, dimension, mask_zero=True))
    model.add(keras.layers.SimpleRNN(units, return_sequences=True))
    model.add(keras.layers.Dense(size, activation=keras.activations.softmax))
    return model

# %% right: distributed
# TimeDistributed around the output layer.
def build_writer(size, dimension, units):
    layers = keras.layers
    return keras.Sequential([
        keras.Input((None,)), layers.Embedding(size, dimension), layers.SimpleRNN(units, return_sequences=True),
        layers.TimeDistributed(layers.Dense(size, activation="softmax")),
    ])

# %% right: softmax_layer
# A layer for the softmax.
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input((None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size),
        keras.layers.Softmax(),
    ])

# %% wrong: last_state_only
# return_sequences is missing.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: no time axis
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: bidirectional
# A bidirectional layer reads the answer.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: also reads backwards
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.Bidirectional(keras.layers.SimpleRNN(units, return_sequences=True)),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: no_softmax
# The softmax is missing.
# fails: build_writer-values build_writer-held_out
# message: no softmax
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size),
    ])

# %% wrong: sigmoid
# A sigmoid in the output layer.
# fails: build_writer-values build_writer-held_out
# message: has a sigmoid
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size, activation="sigmoid"),
    ])

# %% wrong: dense_of_units
# The output layer has units numbers.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: number for each unit
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(units, activation="softmax"),
    ])

# %% wrong: one_number
# The output layer has one number.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: one number at each time step
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(1, activation="softmax"),
    ])

# %% wrong: relu
# The recurrent layer has a relu.
# fails: build_writer-values build_writer-held_out
# message: recurrent layer has a relu
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, activation="relu", return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: lstm
# An LSTM.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: is an LSTM
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.LSTM(units, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: gru
# A GRU.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: is a GRU
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.GRU(units, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: no_rnn
# A dense layer instead of the recurrent one.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: no recurrent layer
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.Dense(units, activation="tanh"),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: two_layers
# Two recurrent layers.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: two recurrent layers
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: embedding_of_units
# The vector of a letter has units numbers.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: its length is the dimension
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, units),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: dimension_units
# The hidden size is the dimension.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: hidden size is the dimension
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(dimension, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: fixed_length
# Twenty time steps.
# fails: build_writer-shapes
# message: should not be fixed
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(20,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: stateful
# A stateful layer.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: `stateful`
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,), batch_size=1),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True, stateful=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: backwards
# The layer reads backwards.
# fails: build_writer-values build_writer-held_out
# message: go_backwards
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True, go_backwards=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: embedding_size_plus_one
# One row more for the padding.
# fails: build_writer-shapes build_writer-values build_writer-held_out
# message: one row too many
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size + 1, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
    ])

# %% wrong: softmax_twice
# Softmax in the layer and after it.
# fails: build_writer-values build_writer-held_out
# message: softmax is applied twice
def build_writer(size, dimension, units):
    return keras.Sequential([
        keras.Input(shape=(None,)),
        keras.layers.Embedding(size, dimension),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(size, activation="softmax"),
        keras.layers.Softmax(),
    ])
