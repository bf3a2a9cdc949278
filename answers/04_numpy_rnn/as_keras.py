# %% right: add
# add() step by step, names, a summary.
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential(name="my_network")
    model.add(keras.layers.Input(batch_shape=(None, timesteps, Wx.shape[1]), name="sentence"))
    model.add(keras.layers.SimpleRNN(units=int(np.int64(len(b))), return_sequences=True, name="cell"))
    model.summary()
    model.layers[0].set_weights([np.transpose(Wx), np.transpose(Wh), b])
    return model

# %% right: assign
# Each weight assigned by name.
def as_keras(Wx, Wh, b, timesteps):
    H, D = Wx.shape
    rnn = keras.layers.SimpleRNN(H, return_sequences=True)
    model = keras.Sequential([keras.Input(shape=(timesteps, D)), rnn])
    rnn.cell.kernel.assign(Wx.T)
    rnn.cell.recurrent_kernel.assign(Wh.T)
    rnn.cell.bias.assign(b)
    return model

# %% right: build
# Built by model.build, compiled.
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([keras.layers.SimpleRNN(len(b), return_sequences=True)])
    model.build((None, timesteps, Wx.shape[1]))
    model.compile("adam", "mse")
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% right: cell
# RNN around a SimpleRNNCell.
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    outputs = keras.layers.RNN(keras.layers.SimpleRNNCell(len(b)), return_sequences=True)(inputs)
    model = keras.Model([inputs], outputs)
    model.set_weights((Wx.T, Wh.T, b))
    return model

# %% right: dropout_of_zero
# A dropout that does nothing, and float64 for the input.
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input((timesteps, Wx.shape[1]), dtype="float64"),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation="tanh"),
        keras.layers.Dropout(0.0),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% right: functional
# The functional API; weights set on the layer.
def as_keras(Wx, Wh, b, timesteps):
    H, D = Wx.shape
    inputs = keras.Input(shape=(timesteps, D))
    rnn = keras.layers.SimpleRNN(H, return_sequences=True)
    outputs = rnn(inputs)
    rnn.set_weights([Wx.T, Wh.T, b])
    return keras.Model(inputs=inputs, outputs=outputs)

# %% right: input_shape
# input_shape= on the layer, with its warning.
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential()
    model.add(keras.layers.SimpleRNN(Wx.shape[0], input_shape=(timesteps, Wx.shape[1]), return_sequences=True))
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% right: return_state
# return_state too, and only the states given out.
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    states, last = keras.layers.SimpleRNN(len(b), return_sequences=True, return_state=True)(inputs)
    model = keras.Model(inputs, states)
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: axes_swapped
# Features and time steps are changed over in the input.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(Wx.shape[1], timesteps)),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: batch_of_one
# The batch is fixed at one sentence.
# fails: as_keras-shapes
# message: fixes the batch
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(batch_shape=(1, timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: batch_of_two
# The batch is fixed.
# fails: as_keras-shapes
# message: fixes the batch
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(batch_shape=(2, timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: bias_zero
# The bias is left at zero.
# fails: as_keras-values
# message: bias is missing
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, np.zeros(len(b))])
    return model

# %% wrong: bidirectional
# A bidirectional layer.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    layer = keras.layers.Bidirectional(keras.layers.SimpleRNN(len(b), return_sequences=True))
    model = keras.Sequential([keras.Input((timesteps, Wx.shape[1])), layer])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: dense
# A dense layer at each step: no recurrence.
# fails: as_keras-values
# message: no recurrence
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    dense = keras.layers.Dense(len(b), activation="tanh")
    model = keras.Model(inputs, dense(inputs))
    dense.set_weights([Wx.T, b])
    return model

# %% wrong: go_backwards
# The layer reads from the end.
# fails: as_keras-values
# message: read from their end
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, go_backwards=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: gru
# A GRU instead of a simple RNN.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([keras.Input((timesteps, Wx.shape[1])), keras.layers.GRU(len(b), return_sequences=True)])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: hard_coded
# The sizes of the one sentence.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(10, 4)),
        keras.layers.SimpleRNN(8, return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: last_only
# return_sequences is missing.
# fails: as_keras-shapes as_keras-values
# message: last state
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b)),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: layer_returned
# The layer is returned, not a model.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: is of type SimpleRNN
def as_keras(Wx, Wh, b, timesteps):
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True)
    layer.build((None, timesteps, Wx.shape[1]))
    layer.set_weights([Wx.T, Wh.T, b])
    return layer

# %% wrong: linear
# The layer has no activation.
# fails: as_keras-values
# message: no tanh
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation=None),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: masking
# Words of zeros are masked.
# fails: as_keras-values
# message: masked
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input((timesteps, Wx.shape[1])),
        keras.layers.Masking(),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: model_and_weights
# A pair of model and weights is returned.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: is of type tuple
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model, model.get_weights()

# %% wrong: nothing_returned
# Nothing is returned.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: is None
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([keras.Input((timesteps, Wx.shape[1])), keras.layers.SimpleRNN(len(b), return_sequences=True)])
    model.set_weights([Wx.T, Wh.T, b])

# %% wrong: nothing_transposed
# Nothing is transposed.
# fails: as_keras-shapes as_keras-values
# message: Wx and Wh are not transposed
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx, Wh, b])
    return model

# %% wrong: relu
# The layer has ReLU.
# fails: as_keras-values
# message: ReLU
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation='relu'),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: repeat_last
# The last state is repeated at all steps.
# fails: as_keras-values
# message: repeated at all steps
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input((timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b)),
        keras.layers.RepeatVector(timesteps),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: return_state_left_on
# The model returns the last state as a second output.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: Leave return_state off
def as_keras(Wx, Wh, b, timesteps):
    x = keras.Input((timesteps, Wx.shape[1]))
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True, return_state=True)
    model = keras.Model(x, layer(x))
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: shape_of_one
# shape= holds the batch too.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(None, timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: shared_layers
# Layers are kept in a dictionary by size and used again.
# fails: as_keras-apart
# message: share their weights
layers = {}

def as_keras(Wx, Wh, b, timesteps):
    if Wx.shape not in layers:
        layers[Wx.shape] = keras.layers.SimpleRNN(len(b), return_sequences=True)
    layer = layers[Wx.shape]
    inputs = keras.Input((timesteps, Wx.shape[1]))
    model = keras.Model(inputs, layer(inputs))
    layer.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: sigmoid
# The layer has a sigmoid.
# fails: as_keras-values
# message: sigmoid
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation='sigmoid'),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: stateful
# A stateful layer, which also needs a fixed batch.
# fails: as_keras-shapes as_keras-values
# message: fixes the batch
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(batch_shape=(1, timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, stateful=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: states_returned
# The weights are returned, not a model.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: is of type list
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model.get_weights()

# %% wrong: subclass
# A class of its own, which has no input shape.
# fails: as_keras-shapes
# message: begin with keras.Input
def as_keras(Wx, Wh, b, timesteps):
    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.rnn = keras.layers.SimpleRNN(len(b), return_sequences=True)

        def call(self, x):
            return self.rnn(x)

    model = Network()
    model(np.zeros((1, timesteps, Wx.shape[1])))
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: tanh_again
# A second tanh on top.
# fails: as_keras-values
# message: second time
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True)
    model = keras.Model(inputs, keras.layers.Activation("tanh")(layer(inputs)))
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: timesteps_as_units
# The number of time steps is taken for the number of units.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(timesteps, return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: timesteps_open
# The number of time steps is not declared.
# fails: as_keras-shapes
# message: specify the number of time steps
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(None, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: transposed_if_needed
# Transposed only where the matrix is not square.
# fails: as_keras-values
# message: not transposed
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([w if w.shape == w.T.shape else w.T for w in (Wx, Wh)] + [b])
    return model

# %% wrong: unbuilt
# No input is declared, so there are no weights to set.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential()
    model.add(keras.layers.SimpleRNN(len(b), return_sequences=True))
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: units_as_features
# The hidden size is taken for the input dimension.
# fails: as_keras-shapes as_keras-values
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[0])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: use_bias_false
# The layer has no bias.
# fails: as_keras-values
# message: bias is missing
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, use_bias=False),
    ])
    model.set_weights([Wx.T, Wh.T])
    return model

# %% wrong: weights_not_set
# The weights are never set.
# fails: as_keras-values
# message: never set
def as_keras(Wx, Wh, b, timesteps):
    return keras.Sequential([
        keras.Input((timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])

# %% wrong: wh_untransposed
# Wh is not transposed: square, so nothing complains.
# fails: as_keras-values
# message: Wh is not transposed
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh, b])
    return model

# %% wrong: wx_reshaped
# Wx is brought into shape by reshape.
# fails: as_keras-values
# message: reshape
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.reshape(Wx.shape[1], -1), Wh.T, b])
    return model

# %% wrong: dropout
# Dropout, as in a tutorial.
# fails: as_keras-apart
# message: `dropout`
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, dropout=0.2),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: recurrent_dropout
# Dropout of the state.
# fails: as_keras-apart
# message: `recurrent_dropout`
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, recurrent_dropout=0.2),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: not_trainable
# The weights are frozen.
# fails: as_keras-apart
# message: `trainable`
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, trainable=False),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: float64
# The layer computes in float64.
# fails: as_keras-apart
# message: `dtype`
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, dtype="float64"),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: initializer
# An initializer, though the weights are set.
# fails: as_keras-apart
# message: `kernel_initializer`
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, kernel_initializer="he_normal"),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: regularizer
# A regularizer.
# fails: as_keras-apart
# message: `kernel_regularizer`
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, kernel_regularizer="l2"),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: batch_normalization
# A BatchNormalization on top.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: stopped with ValueError
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
        keras.layers.BatchNormalization(),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

# %% wrong: order
# The recurrent kernel comes first.
# fails: as_keras-shapes as_keras-values
# message: exchanged
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wh.T, Wx.T, b])
    return model

# %% wrong: tensor_returned
# The tensor of states is returned.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: is a tensor
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True)
    states = layer(inputs)
    layer.set_weights([Wx.T, Wh.T, b])
    return states

# %% wrong: states_computed
# The states are computed, not the model returned.
# fails: as_keras-shapes as_keras-values as_keras-apart
# message: Keras model, but it is
def as_keras(Wx, Wh, b, timesteps):
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True)
    x = np.zeros((1, timesteps, Wx.shape[1]))
    layer(x)
    layer.set_weights([Wx.T, Wh.T, b])
    return np.asarray(layer(x))
