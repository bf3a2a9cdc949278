# %% right: add_named
# model.add, names for model and layers, a print.
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.models.Sequential(name="classifier")
    model.add(keras.layers.Input(shape=(timesteps, input_dim), name="sentence"))
    model.add(keras.layers.SimpleRNN(units, name="memory"))
    model.add(keras.layers.Dense(units=n_classes, activation="softmax", name="head"))
    print("built", model.output_shape)
    return model

# %% right: compiled
# A softmax layer of its own, TensorFlow's spelling, compiled.
import tensorflow as tf


def build_classifier(timesteps, input_dim, units, n_classes):
    model = tf.keras.Sequential([
        tf.keras.Input(shape=(timesteps, input_dim), batch_size=None),
        tf.keras.layers.SimpleRNN(units, activation="tanh", return_sequences=False),
        tf.keras.layers.Dense(n_classes),
        tf.keras.layers.Activation("softmax"),
    ])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    return model

# %% right: functional
# The functional API, with a list of inputs and outputs.
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input((timesteps, input_dim))
    h = keras.layers.SimpleRNN(units)(x)
    y = keras.layers.Dense(n_classes, activation="softmax")(h)
    return keras.Model(inputs=[x], outputs=[y])

# %% right: input_shape
# input_shape= on the layer, with its warning.
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.layers.SimpleRNN(units, input_shape=(timesteps, input_dim)),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% right: last_of_all
# All states, and the last one cut out of them.
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    last = states[:, -1, :]
    return keras.Model(x, keras.layers.Dense(n_classes, activation="softmax")(last))

# %% right: nested
# Two models in a third.
def build_classifier(timesteps, input_dim, units, n_classes):
    body = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.SimpleRNN(units)])
    head = keras.Sequential([keras.Input((units,)), keras.layers.Dense(n_classes), keras.layers.Softmax()])
    return keras.Sequential([keras.Input((timesteps, input_dim)), body, head])

# %% right: return_state
# The state that return_state gives.
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(batch_shape=(None, timesteps, input_dim))
    _, state = keras.layers.SimpleRNN(units, return_state=True)(x)
    scores = keras.layers.Dense(n_classes)(state)
    return keras.Model(x, keras.layers.Softmax()(scores))

# %% right: unrolled
# The layer unrolled, built by model.build.
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.Sequential([
        keras.layers.SimpleRNN(units, unroll=True),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])
    model.build(input_shape=(None, timesteps, input_dim))
    return model

# %% wrong: backwards
# The sentence is read backwards.
# fails: build_classifier-values
# message: backwards
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, go_backwards=True),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: batch_fixed
# A batch size is declared.
# fails: build_classifier-input
# message: declares a batch size
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(batch_shape=(8, timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: bidirectional
# The sentence is read in both directions.
# fails: build_classifier-values
# message: is bidirectional
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input((timesteps, input_dim)),
        keras.layers.Bidirectional(keras.layers.SimpleRNN(units)),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: dense_between
# A further dense layer between RNN and output layer.
# fails: build_classifier-values
# message: too many
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(units, activation="relu"),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: dense_no_bias
# The output layer has no bias.
# fails: build_classifier-values
# message: output layer has no bias
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax", use_bias=False),
    ])

# %% wrong: first_state
# The first state in place of the last.
# fails: build_classifier-values
# message: reads the first state
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(x, keras.layers.Dense(n_classes, activation="softmax")(states[:, 0]))

# %% wrong: flatten
# All states, flattened, under the output layer.
# fails: build_classifier-values
# message: all states in one flat vector
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Flatten(),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: hard_coded_classes
# Always four classes.
# fails: build_classifier-head
# message: four classes
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(4, activation="softmax"),
    ])

# %% wrong: hard_coded_input
# The sizes of the worked cell stand in the input.
# fails: build_classifier-input build_classifier-head
# message: input shape of the model is (None, 2, 10)
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(2, 10)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: input_swapped
# Input dimension and time steps swapped.
# fails: build_classifier-input
# message: swapped
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(input_dim, timesteps)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: input_without_dim
# The input has only time steps.
# fails: build_classifier-input build_classifier-head build_classifier-values
# message: expected ndim=3, found ndim=2
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps,)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: lstm
# An LSTM in place of the simple RNN.
# fails: build_classifier-values
# message: LSTM
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.LSTM(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: masking
# A Masking layer in front, although a word of zeros is a word.
# fails: build_classifier-values
# message: skips a word that is all zeros
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input((timesteps, input_dim)),
        keras.layers.Masking(),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: max
# The largest of all states under the output layer.
# fails: build_classifier-values
# message: maximum over all states
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    top = keras.layers.GlobalMaxPooling1D()(states)
    return keras.Model(x, keras.layers.Dense(n_classes, activation="softmax")(top))

# %% wrong: mean
# The mean of all states under the output layer.
# fails: build_classifier-values
# message: averages all states
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: no_bias
# The RNN has no bias.
# fails: build_classifier-values
# message: RNN has no bias
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, use_bias=False),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: no_dense
# The output layer is missing.
# fails: build_classifier-head build_classifier-values
# message: has no output layer
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
    ])

# %% wrong: no_return
# The return is forgotten.
# fails: build_classifier-input build_classifier-head build_classifier-values
# message: is None
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])
    model.summary()

# %% wrong: no_softmax
# The output layer has no activation.
# fails: build_classifier-values
# message: don't add up to 1
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.SimpleRNN(units))
    model.add(keras.layers.Dense(n_classes))
    return model

# %% wrong: no_tanh
# The RNN has no activation.
# fails: build_classifier-values
# message: RNN has no tanh
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, activation=None),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: one_for_two
# A single sigmoid where there are two classes.
# fails: build_classifier-head
# message: single number
def build_classifier(timesteps, input_dim, units, n_classes):
    if n_classes == 2:
        head = keras.layers.Dense(1, activation="sigmoid")
    else:
        head = keras.layers.Dense(n_classes, activation="softmax")
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), keras.layers.SimpleRNN(units), head])

# %% wrong: open_time
# The number of time steps is left open.
# fails: build_classifier-input
# message: doesn't specify the number of time steps
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(None, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: relu
# ReLU on the output layer.
# fails: build_classifier-values
# message: ReLU instead of softmax
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="relu"),
    ])

# %% wrong: return_sequences
# return_sequences is set, so that there is an answer at each time step.
# fails: build_classifier-head
# message: has a time axis
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: rnn_is_output
# No output layer; the RNN has a softmax and as many units as there are classes.
# fails: build_classifier-values
# message: no output layer
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_classes, activation="softmax"),
    ])

# %% wrong: rnn_relu
# The RNN has ReLU.
# fails: build_classifier-values
# message: ReLU instead of tanh
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, "relu"),
        keras.layers.Dense(n_classes, "softmax"),
    ])

# %% wrong: sigmoid
# A sigmoid for each class in place of a softmax over all.
# fails: build_classifier-values
# message: sigmoid instead of softmax
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="sigmoid"),
    ])

# %% wrong: softmax_over_batch
# The softmax over the first axis, the batch.
# fails: build_classifier-values
# message: softmax along the batch axis
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes),
        keras.layers.Softmax(axis=0),
    ])

# %% wrong: softmax_twice
# A softmax on softmax.
# fails: build_classifier-values
# message: softmax twice
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
        keras.layers.Softmax(),
    ])

# %% wrong: stateful
# A stateful layer without a batch size.
# fails: build_classifier-input build_classifier-head build_classifier-values
# message: stopped with ValueError
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, stateful=True),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: subclass
# A class of its own, which has no input shape.
# fails: build_classifier-input build_classifier-values
# message: Begin with keras.Input
def build_classifier(timesteps, input_dim, units, n_classes):
    class Classifier(keras.Model):
        def __init__(self):
            super().__init__()
            self.rnn = keras.layers.SimpleRNN(units)
            self.head = keras.layers.Dense(n_classes, activation="softmax")

        def call(self, x):
            return self.head(self.rnn(x))

    model = Classifier()
    model(np.zeros((1, timesteps, input_dim)))
    return model

# %% wrong: two_rnns
# A second RNN layer that was not asked for.
# fails: build_classifier-values
# message: second RNN layer
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: unbuilt
# No input: the model is not built.
# fails: build_classifier-input build_classifier-values
# message: keras.Input
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: units_are_timesteps
# units taken for the number of time steps: one memory cell for each.
# fails: build_classifier-values
# message: units as there are time steps
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(timesteps),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: units_swapped
# units and n_classes swapped.
# fails: build_classifier-head build_classifier-values
# message: number of units as the number of classes
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_classes),
        keras.layers.Dense(units, activation="softmax"),
    ])

# %% wrong: vote
# An answer at each time step, then their mean.
# fails: build_classifier-values
# message: averages the answers
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_classes, activation="softmax"),
        keras.layers.GlobalAveragePooling1D(),
    ])

# %% wrong: batch_norm
# A normalization between the two layers.
# fails: build_classifier-values
# message: too many
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.BatchNormalization(),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: dropout
# Dropout inside the RNN.
# fails: build_classifier-values
# message: sets `dropout`
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, dropout=0.2),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% right: dropout_layer
# A dropout layer in between, which does nothing outside training.
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: frozen
# The weights of the RNN are not trained.
# fails: build_classifier-values
# message: sets `trainable`
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, trainable=False),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: gru
# A GRU in place of the simple RNN.
# fails: build_classifier-values
# message: GRU
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.GRU(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: he_normal
# Another initializer for the kernel.
# fails: build_classifier-values
# message: sets `kernel_initializer`
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, kernel_initializer="he_normal"),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: regularizer
# A penalty on the weights of the output layer.
# fails: build_classifier-values
# message: sets `kernel_regularizer`
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax", kernel_regularizer="l2"),
    ])

# %% wrong: float64
# The RNN computes in float64.
# fails: build_classifier-values
# message: sets `dtype`
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, dtype="float64"),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: rnn_sigmoid
# The RNN has a sigmoid.
# fails: build_classifier-values
# message: RNN uses a sigmoid
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, activation="sigmoid"),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: wide_dense
# A wide hidden dense layer, as in many tutorials.
# fails: build_classifier-values
# message: too many
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

# %% wrong: next_to_last
# The state before the last one under the output layer.
# fails: build_classifier-values
# message: state before the last
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(x, keras.layers.Dense(n_classes, activation="softmax")(states[:, -2]))

# %% wrong: two_things
# The RNN's state is returned as a second output.
# fails: build_classifier-head build_classifier-values
# message: output
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    state = keras.layers.SimpleRNN(units)(x)
    return keras.Model(x, [keras.layers.Dense(n_classes, activation="softmax")(state), state])

# %% wrong: axis_of_one
# The state is given a time axis of 1.
# fails: build_classifier-head build_classifier-values
# message: one axis too many, with size 1
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Reshape((1, units)),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])
