# %% right: build
# No input layer; the shape is given to model.build.
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential([
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])
    model.build((None, timesteps, input_dim))
    return model

# %% right: cell
# The layer RNN around a SimpleRNNCell.
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    model.add(keras.layers.RNN(keras.layers.SimpleRNNCell(units), return_sequences=True))
    model.add(keras.layers.Dense(n_tags, activation=keras.activations.softmax))
    return model

# %% right: dict_input
# A functional model whose input and output go by name.
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input((timesteps, input_dim), name="sentence")
    states, _ = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model([x], [keras.layers.Dense(n_tags, activation="softmax", name="tags")(states)])

# %% right: functional
# The functional API, the softmax as a layer of its own.
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input(shape=(timesteps, input_dim))
    h = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(x, keras.layers.Softmax(axis=-1)(keras.layers.Dense(n_tags)(h)))

# %% right: input_shape
# input_shape= on the layer, with its warning, and a helper function.
def tag_head(n_tags):
    return keras.layers.Dense(n_tags, activation="softmax", name="tags")


def build_tagger(timesteps, input_dim, units, n_tags):
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, input_shape=(timesteps, input_dim))
    return keras.Sequential([rnn, tag_head(n_tags)])

# %% right: stepwise
# The same dense layer called on each time step, stacked along time.
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    head = keras.layers.Dense(n_tags, activation="softmax")
    tags = [head(states[:, t, :]) for t in range(timesteps)]
    return keras.Model(inputs=x, outputs=keras.ops.stack(tags, axis=1))

# %% right: time_distributed
# TimeDistributed around the output layer.
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.TimeDistributed(keras.layers.Dense(n_tags, activation="softmax")),
    ])

# %% wrong: backwards
# The sentence is read backwards; the answers come in reversed order.
# fails: build_tagger-steps build_tagger-values
# message: backwards
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, go_backwards=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: batch_fixed
# The batch size of the worked cell is declared.
# fails: build_tagger-input
# message: declares a batch size
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim), batch_size=8),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: bidirectional
# A bidirectional RNN, which sees the words to come.
# fails: build_tagger-steps build_tagger-values
# message: is bidirectional
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.Bidirectional(keras.layers.SimpleRNN(units, return_sequences=True)),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: dense_no_bias
# The output layer has no bias.
# fails: build_tagger-values
# message: output layer has no bias
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax", use_bias=False),
    ])

# %% wrong: flat_output
# All tags of all time steps in one axis.
# fails: build_tagger-steps build_tagger-values
# message: on one axis
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(timesteps * n_tags, activation="softmax"),
    ])

# %% wrong: flatten_reshape
# All states in one vector, one large output layer, reshaped.
# fails: build_tagger-steps build_tagger-values
# message: reads all states
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Flatten(),
        keras.layers.Dense(timesteps * n_tags),
        keras.layers.Reshape((timesteps, n_tags)),
        keras.layers.Softmax(),
    ])

# %% wrong: hard_coded_tags
# Always four tags.
# fails: build_tagger-steps
# message: four tags
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(4, activation="softmax"),
    ])

# %% wrong: input_swapped
# Input dimension and time steps swapped.
# fails: build_tagger-input
# message: swapped
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(input_dim, timesteps)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: masking
# A Masking layer in front: a word of zeros gets the tag of the word before it.
# fails: build_tagger-values
# message: skips a word that is all zeros
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential()
    model.add(keras.Input((timesteps, input_dim)))
    model.add(keras.layers.Masking(0.0))
    model.add(keras.layers.SimpleRNN(units, return_sequences=True))
    model.add(keras.layers.Dense(n_tags, activation="softmax"))
    return model

# %% wrong: no_bias
# The RNN has no bias.
# fails: build_tagger-values
# message: RNN has no bias
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, use_bias=False),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: no_dense
# The output layer is missing.
# fails: build_tagger-steps build_tagger-values
# message: has no output layer
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
    ])

# %% wrong: no_return
# The return is forgotten.
# fails: build_tagger-input build_tagger-steps build_tagger-values
# message: is None
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: no_return_sequences
# return_sequences is missing: one answer for the sentence.
# fails: build_tagger-steps
# message: is return_sequences missing
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: no_rnn
# A dense layer on the words: nothing is remembered.
# fails: build_tagger-steps build_tagger-values
# message: don't remember any earlier word
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.Dense(units, activation="tanh"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: no_softmax
# The output layer has no activation.
# fails: build_tagger-values
# message: don't add up to 1
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags),
    ])

# %% wrong: no_tanh
# The RNN has no activation.
# fails: build_tagger-values
# message: RNN has no tanh
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, activation="linear"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: one_for_two
# A single sigmoid where there are two tags.
# fails: build_tagger-steps
# message: single number
def build_tagger(timesteps, input_dim, units, n_tags):
    head = keras.layers.Dense(n_tags, activation="softmax")
    if n_tags == 2:
        head = keras.layers.Dense(1, activation="sigmoid")
    rnn = keras.layers.SimpleRNN(units, return_sequences=True)
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), rnn, head])

# %% wrong: open_time
# The number of time steps is left open.
# fails: build_tagger-input
# message: doesn't specify the number of time steps
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(None, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: own_weights_each_step
# A dense layer of its own for each time step.
# fails: build_tagger-values
# message: output layer for each time step
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    tags = [keras.layers.Dense(n_tags, activation="softmax")(states[:, t]) for t in range(timesteps)]
    return keras.Model(x, keras.ops.stack(tags, axis=1))

# %% wrong: repeat_answer
# The answer of the last state at every time step.
# fails: build_tagger-steps build_tagger-values
# message: repeats the answer
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_tags, activation="softmax"),
        keras.layers.RepeatVector(timesteps),
    ])

# %% wrong: repeat_state
# The last state repeated, then the output layer.
# fails: build_tagger-steps build_tagger-values
# message: repeats the answer of the last state
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.RepeatVector(timesteps),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: rnn_is_output
# No output layer; the RNN has a softmax and as many units as there are tags.
# fails: build_tagger-values
# message: no output layer
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_tags, return_sequences=True, activation="softmax"),
    ])

# %% wrong: sigmoid
# A sigmoid for each tag.
# fails: build_tagger-values
# message: sigmoid instead of softmax
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="sigmoid"),
    ])

# %% wrong: softmax_over_time
# The softmax over the time steps.
# fails: build_tagger-steps build_tagger-values
# message: softmax along the time axis
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags),
        keras.layers.Softmax(axis=1),
    ])

# %% wrong: softmax_twice
# A softmax on softmax.
# fails: build_tagger-values
# message: softmax twice
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
        keras.layers.Activation("softmax"),
    ])

# %% wrong: stacked_on_last
# Two RNN layers, the lower one without return_sequences.
# fails: build_tagger-input build_tagger-steps build_tagger-values
# message: expected ndim=3, found ndim=2
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.SimpleRNN(n_tags, return_sequences=True, activation="softmax"),
    ])

# %% wrong: two_rnns
# A second RNN layer that was not asked for.
# fails: build_tagger-values
# message: second RNN layer
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: unbuilt
# No input: the model is not built.
# fails: build_tagger-input build_tagger-values
# message: keras.Input
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: units_are_tags
# The RNN as wide as there are tags, units unused.
# fails: build_tagger-values
# message: units as there are tags
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_tags, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: units_are_timesteps
# units taken for the number of time steps.
# fails: build_tagger-values
# message: units as there are time steps
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(timesteps, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: batch_norm
# A normalization between the two layers.
# fails: build_tagger-values
# message: too many
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.BatchNormalization(),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: dense_between
# A hidden dense layer in between.
# fails: build_tagger-values
# message: too many
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(units, activation="relu"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: dropout
# Dropout on the recurrent link.
# fails: build_tagger-values
# message: remove the dropout
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, recurrent_dropout=0.2),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: dropout_layer
# A dropout layer in between.
# fails: build_tagger-values
# message: remove the dropout
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: frozen
# The weights of the output layer are not trained.
# fails: build_tagger-values
# message: sets `trainable`
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax", trainable=False),
    ])

# %% wrong: gru
# A GRU in place of the simple RNN.
# fails: build_tagger-values
# message: GRU
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.GRU(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: lstm
# An LSTM in place of the simple RNN.
# fails: build_tagger-values
# message: LSTM
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.LSTM(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: bias_ones
# The bias begins with ones.
# fails: build_tagger-values
# message: sets `bias_initializer`
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, bias_initializer="ones"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: constraint
# A constraint on the kernel.
# fails: build_tagger-values
# message: sets `kernel_constraint`
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, kernel_constraint="non_neg"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: units_swapped
# units and n_tags swapped.
# fails: build_tagger-steps build_tagger-values
# message: number of units as the number of tags
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_tags, return_sequences=True),
        keras.layers.Dense(units, activation="softmax"),
    ])

# %% wrong: rnn_relu
# The RNN has ReLU.
# fails: build_tagger-values
# message: ReLU instead of tanh
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, activation="relu"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: permuted
# The axes of the output are swapped.
# fails: build_tagger-steps build_tagger-values
# message: time steps and tags are swapped
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
        keras.layers.Permute((2, 1)),
    ])

# %% wrong: averaged
# The mean of all states, so one answer for the sentence.
# fails: build_tagger-steps build_tagger-values
# message: no time axis
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

# %% wrong: he_normal_in_time_distributed
# Another initializer for the output layer, inside TimeDistributed.
# fails: build_tagger-values
# message: sets `kernel_initializer`
def build_tagger(timesteps, input_dim, units, n_tags):
    head = keras.layers.Dense(n_tags, activation="softmax", kernel_initializer="he_normal")
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.TimeDistributed(head),
    ])
