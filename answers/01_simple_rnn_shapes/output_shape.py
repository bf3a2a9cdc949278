# %% right: compute
# Keras was asked for the shape.
def output_shape(batch, timesteps, input_dim, units):
    return SimpleRNN(units).compute_output_shape((batch, timesteps, input_dim))

# %% right: list
# A list.
def output_shape(batch, timesteps, input_dim, units):
    return [batch, units]

# %% right: model
# A model with this batch was built.
def output_shape(batch, timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim), batch_size=batch))
    model.add(SimpleRNN(units))
    return model.output_shape

# %% right: numpy
# NumPy integers where the batch is known.
def output_shape(batch, timesteps, input_dim, units):
    if batch is None:
        return (None, np.int64(units))
    return tuple(np.array([batch, units]))

# %% right: slices
# The shape is put together from slices of the input shape, with a print.
def output_shape(batch, timesteps, input_dim, units):
    shape = (batch, timesteps, input_dim)
    print('input', shape)
    return shape[:1] + (units,)

# %% right: symbolic
# Asks a tensor without values.
def output_shape(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return SimpleRNN(units)(x).shape

# %% right: tensor_shape
# Returns TensorFlow's own kind of shape.
import tensorflow as tf
def output_shape(batch, timesteps, input_dim, units):
    return tf.TensorShape([batch, units])

# %% wrong: always_none
# None for the batch, also where it is known.
# fails: output_shape-sizes
# message: None for the batch size
def output_shape(batch, timesteps, input_dim, units):
    return (None, units)

# %% wrong: extra_axis
# An axis of size 1 in place of the time steps.
# fails: output_shape-sizes
# message: an extra axis
def output_shape(batch, timesteps, input_dim, units):
    return (batch, 1, units)

# %% wrong: features_kept
# The input dimension stays as an axis.
# fails: output_shape-sizes
# message: input dimension as an axis
def output_shape(batch, timesteps, input_dim, units):
    return (batch, input_dim, units)

# %% wrong: floats
# Sizes as floats.
# fails: output_shape-sizes
# message: float
def output_shape(batch, timesteps, input_dim, units):
    return (batch and float(batch), float(units))

# %% wrong: hard_coded
# The sizes of the example.
# fails: output_shape-sizes output_shape-unknown
# message: the example
def output_shape(batch, timesteps, input_dim, units):
    return (8, 3)

# %% wrong: hard_coded_units
# The hidden size of the example.
# fails: output_shape-sizes
# message: hidden size from the example
def output_shape(batch, timesteps, input_dim, units):
    return (batch, 3)

# %% wrong: input_dim
# The input dimension as the size of the output.
# fails: output_shape-sizes
# message: input dimension instead of the hidden size
def output_shape(batch, timesteps, input_dim, units):
    return (batch, input_dim)

# %% wrong: input_shape
# The input shape goes through.
# fails: output_shape-sizes
# message: input shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps, input_dim)

# %% wrong: int
# The hidden size alone.
# fails: output_shape-sizes output_shape-unknown output_shape-ones
# message: single number
def output_shape(batch, timesteps, input_dim, units):
    return units

# %% wrong: no_batch
# The batch axis is left out.
# fails: output_shape-sizes output_shape-unknown
# message: no batch axis
def output_shape(batch, timesteps, input_dim, units):
    return (units,)

# %% wrong: no_return
# The shape is printed, not returned.
# fails: output_shape-sizes output_shape-unknown output_shape-ones
# message: `return`
def output_shape(batch, timesteps, input_dim, units):
    print((batch, units))

# %% wrong: one_step_axis
# A time axis appears for one time step.
# fails: output_shape-ones
# message: number of axes
def output_shape(batch, timesteps, input_dim, units):
    return (batch, 1, units) if timesteps == 1 else (batch, units)

# %% wrong: one_unit_dropped
# The axis of a single unit is dropped.
# fails: output_shape-ones
# message: number of axes
def output_shape(batch, timesteps, input_dim, units):
    return (batch, units) if units > 1 else (batch,)

# %% wrong: pytorch_state
# The shape of PyTorch's last state, with an axis for the layer.
# fails: output_shape-sizes
# message: not right
def output_shape(batch, timesteps, input_dim, units):
    return (1, batch, units)

# %% wrong: rows
# Each time step is counted as a row.
# fails: output_shape-sizes output_shape-unknown
# message: multiplies the batch size
def output_shape(batch, timesteps, input_dim, units):
    return (batch * timesteps, units)

# %% wrong: set
# Sizes collected in a set.
# fails: output_shape-sizes output_shape-ones
# message: wrong order
def output_shape(batch, timesteps, input_dim, units):
    return tuple(sorted({batch, units}, key=lambda size: size or 0))

# %% wrong: squeezed
# A batch of one is dropped.
# fails: output_shape-ones
# message: number of axes
def output_shape(batch, timesteps, input_dim, units):
    if batch == 1:
        return (units,)
    return (batch, units)

# %% wrong: steps_for_batch
# The time steps in place of the batch.
# fails: output_shape-sizes output_shape-unknown
# message: time steps instead of the batch
def output_shape(batch, timesteps, input_dim, units):
    return (timesteps, units)

# %% wrong: steps_in_units
# Time steps and hidden size are multiplied: a flattened output.
# fails: output_shape-sizes
# message: multiplies the hidden size
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps * units)

# %% wrong: text
# The shape as a text.
# fails: output_shape-sizes output_shape-unknown output_shape-ones
# message: text
def output_shape(batch, timesteps, input_dim, units):
    return str((batch, units))

# %% wrong: time_axis
# The output is given a time axis.
# fails: output_shape-sizes
# message: time axis
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps, units)

# %% wrong: timesteps
# The time steps as the size of the output.
# fails: output_shape-sizes
# message: time steps instead of the hidden size
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps)

# %% wrong: transposed
# Hidden size first.
# fails: output_shape-sizes
# message: wrong order
def output_shape(batch, timesteps, input_dim, units):
    return (units, batch)

# %% wrong: unknown_dropped
# An unknown batch is left out.
# fails: output_shape-unknown
# message: unknown
def output_shape(batch, timesteps, input_dim, units):
    return tuple(size for size in (batch, units) if size)

# %% wrong: unknown_int
# The batch is turned into an int.
# fails: output_shape-unknown
# message: None is not a number
def output_shape(batch, timesteps, input_dim, units):
    return (int(batch), units)

# %% wrong: unknown_last
# The None stands last, not at the batch.
# fails: output_shape-unknown
# message: in the wrong place
def output_shape(batch, timesteps, input_dim, units):
    if batch is None:
        return (units, None)
    return (batch, units)

# %% wrong: unknown_minus_one
# An unknown batch becomes −1, as in a reshape.
# fails: output_shape-unknown
# message: -1 as the batch size
def output_shape(batch, timesteps, input_dim, units):
    rows = -1 if batch is None else batch
    return (rows, units)

# %% wrong: unknown_text
# None as a text.
# fails: output_shape-unknown
# message: text in quotes
def output_shape(batch, timesteps, input_dim, units):
    if batch is None:
        return ("None", units)
    return (batch, units)

# %% wrong: unknown_time_axis
# A time axis appears where the batch is not known.
# fails: output_shape-unknown
# message: has a time axis
def output_shape(batch, timesteps, input_dim, units):
    if batch is None:
        return (None, timesteps, units)
    return (batch, units)

# %% wrong: unknown_zero
# An unknown batch becomes 0.
# fails: output_shape-unknown
# message: unknown
def output_shape(batch, timesteps, input_dim, units):
    return (batch or 0, units)
