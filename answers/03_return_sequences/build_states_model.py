# %% right: as_they_come
# The layer's result handed on as it is, lists for inputs, names.
def build_states_model(timesteps, input_dim, units):
    inputs = keras.layers.Input(batch_shape=(None, timesteps, input_dim), name="sentence")
    both = keras.layers.SimpleRNN(units, return_state=True, return_sequences=True, name="memory")(inputs)
    return keras.Model([inputs], both, name="states_model")

# %% right: cell
# The layer RNN around a SimpleRNNCell.
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.RNN(keras.layers.SimpleRNNCell(units), return_sequences=True, return_state=True)
    outputs = rnn(x)
    return keras.Model(x, [outputs[0], outputs[1]])

# %% right: lambda
# A Lambda layer cuts the last state out; outputs in a tuple; a warning.
import warnings


def build_states_model(timesteps, input_dim, units):
    warnings.warn("Lambda layers are hard to save")
    x = keras.Input(shape=(timesteps, input_dim), batch_size=None)
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    last = keras.layers.Lambda(lambda every: every[:, -1])(states)
    return keras.Model(inputs=x, outputs=(states, last))

# %% right: sequential
# A Sequential whose last layer returns two tensors.
def build_states_model(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input((timesteps, input_dim)))
    model.add(keras.layers.SimpleRNN(units, return_sequences=True, return_state=True))
    return model

# %% right: slice
# All states of one layer, and a slice of them.
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, -1, :]])

# %% wrong: backwards
# The input is read backwards.
# fails: build_states_model-values
# message: backwards
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True, go_backwards=True)
    return keras.Model(inputs=x, outputs=list(rnn(x)))

# %% wrong: batch_fixed
# A batch size is declared.
# fails: build_states_model-input
# message: declares a batch size
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(batch_shape=(8, timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: dense_on_last
# A dense layer on the last state, as in the example above.
# fails: build_states_model-values
# message: has an output layer
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    last = keras.layers.Dense(units)(states[:, -1])
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: dict
# The outputs in a dict, where a list was asked for.
# fails: build_states_model-outputs
# message: is a dict
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs={"states": states, "last": last})

# %% wrong: first_state
# The first state taken for the last.
# fails: build_states_model-values
# message: is the first state
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, 0]])

# %% wrong: hard_coded
# The sizes of the worked cell.
# fails: build_states_model-input build_states_model-outputs
# message: (None, 2, 10)
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(2, 10))
    states, last = keras.layers.SimpleRNN(3, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: input_swapped
# Input dimension and time steps swapped.
# fails: build_states_model-input
# message: swapped
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(input_dim, timesteps))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: input_without_dim
# The input has only time steps.
# fails: build_states_model-input build_states_model-outputs build_states_model-values
# message: expected ndim=3, found ndim=2
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps,))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: keeps_axis
# A slice keeps a time axis of 1.
# fails: build_states_model-outputs build_states_model-values
# message: time axis of size 1
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, -1:]])

# %% wrong: last_only
# One output: the last state.
# fails: build_states_model-outputs build_states_model-values
# message: returns the last state only
def build_states_model(timesteps, input_dim, units):
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), keras.layers.SimpleRNN(units)])

# %% wrong: last_sentence
# The last sentence, not the last time step.
# fails: build_states_model-outputs build_states_model-values
# message: last sentence
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[-1]])

# %% wrong: last_unit
# The last unit over time, not the last time step.
# fails: build_states_model-outputs build_states_model-values
# message: last unit
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, :, -1]])

# %% wrong: lstm
# An LSTM in place of the simple RNN.
# fails: build_states_model-values
# message: an LSTM
def build_states_model(timesteps, input_dim, units):
    x = keras.Input((timesteps, input_dim))
    states, last, _ = keras.layers.LSTM(units, return_sequences=True, return_state=True)(x)
    return keras.Model(x, [states, last])

# %% wrong: masking
# A Masking layer in front, although a word of zeros is a word.
# fails: build_states_model-values
# message: skips a word that is all zeros
def build_states_model(timesteps, input_dim, units):
    x = keras.Input((timesteps, input_dim))
    layer = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)
    return keras.Model(x, layer(keras.layers.Masking()(x)))

# %% wrong: mean
# The mean of all states for the last.
# fails: build_states_model-values
# message: mean of the states
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, keras.ops.mean(states, axis=1)])

# %% wrong: no_bias
# The RNN has no bias.
# fails: build_states_model-values
# message: RNN has no bias
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, use_bias=False, return_sequences=True, return_state=True)
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: no_sequences
# return_sequences is missing: the last state twice.
# fails: build_states_model-outputs build_states_model-values
# message: is return_sequences missing
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: no_state_unpacked
# return_state is missing; the one tensor does not unpack.
# fails: build_states_model-input build_states_model-outputs build_states_model-values
# message: stopped with
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: no_tanh
# The RNN has no activation.
# fails: build_states_model-values
# message: RNN has no tanh
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, activation=None, return_sequences=True, return_state=True)
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: one_too_early
# The state before the last.
# fails: build_states_model-values
# message: state before the last
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, timesteps - 2]])

# %% wrong: order
# The last state is the first output.
# fails: build_states_model-outputs
# message: last state is the first output
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[last, states])

# %% wrong: second_on_states
# The last state from a second RNN that reads the states of the first.
# fails: build_states_model-values
# message: second RNN layer on the states
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(timesteps, return_sequences=True)(x) if units == timesteps else (
        keras.layers.SimpleRNN(units, return_sequences=True)(x))
    last = keras.layers.SimpleRNN(units)(states)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: states_only
# One output: all states.
# fails: build_states_model-outputs build_states_model-values
# message: returns all states only
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=states)

# %% wrong: states_twice
# All states in both outputs.
# fails: build_states_model-outputs build_states_model-values
# message: all states twice
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states])

# %% wrong: tensors
# The two symbolic tensors are returned, no model.
# fails: build_states_model-input build_states_model-outputs build_states_model-values
# message: should be a Keras model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return states, last

# %% wrong: three_outputs
# An output more than asked for.
# fails: build_states_model-outputs build_states_model-values
# message: three tensors
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, -1], last])

# %% wrong: two_layers
# Two layers, each with weights of its own.
# fails: build_states_model-values
# message: two RNN layers
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    last = keras.layers.SimpleRNN(units)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: unbuilt
# A Sequential without an input.
# fails: build_states_model-input build_states_model-values
# message: keras.Input
def build_states_model(timesteps, input_dim, units):
    return keras.Sequential([keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)])

# %% wrong: units_are_timesteps
# units taken for the number of time steps.
# fails: build_states_model-outputs
# message: units as there are time steps
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(timesteps, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: unpacked_swapped
# The two tensors are unpacked in the wrong order.
# fails: build_states_model-outputs
# message: last state is the first output
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    last, states = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: gru
# A GRU in place of the simple RNN.
# fails: build_states_model-values
# message: GRU
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.GRU(units, return_sequences=True, return_state=True)
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: rnn_relu
# The RNN has ReLU.
# fails: build_states_model-values
# message: ReLU instead of tanh
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True, activation="relu")
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: dropout
# Dropout inside the RNN.
# fails: build_states_model-values
# message: remove the dropout
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True, dropout=0.2)
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: recurrent_initializer
# Another initializer for the recurrent kernel.
# fails: build_states_model-values
# message: sets `recurrent_initializer`
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True, recurrent_initializer="glorot_uniform")
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: frozen
# The weights are not trained.
# fails: build_states_model-values
# message: sets `trainable`
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True, trainable=False)
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: regularizer
# A penalty on the kernel.
# fails: build_states_model-values
# message: sets `kernel_regularizer`
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True, kernel_regularizer="l2")
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: dense_first
# A dense layer in front.
# fails: build_states_model-values
# message: too many
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)
    states, last = rnn(keras.layers.Dense(input_dim)(x))
    return keras.Model(inputs=x, outputs=[states, last])

# %% wrong: open_time
# The number of time steps is left open.
# fails: build_states_model-input
# message: doesn't specify the number of time steps
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(None, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(x, [states, last])

# %% wrong: no_return
# The return is forgotten.
# fails: build_states_model-input build_states_model-outputs build_states_model-values
# message: is None
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    model = keras.Model(inputs=x, outputs=[states, last])
    model.summary()

# %% wrong: sum
# The sum of all states for the last.
# fails: build_states_model-values
# message: sum of the states
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, keras.ops.sum(states, axis=1)])
