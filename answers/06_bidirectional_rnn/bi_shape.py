# %% right: dict
# A table of widths.
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    widths = {"concat": units + units, "sum": units, "mul": units, "ave": units}
    middle = (timesteps,) * bool(return_sequences)
    return (batch, *middle, widths[merge_mode])

# %% right: keras
# Asks Keras.
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    rnn = keras.layers.SimpleRNN(units, return_sequences=return_sequences)
    layer = keras.layers.Bidirectional(rnn, merge_mode=merge_mode)
    return layer.compute_output_shape((batch, timesteps, 1))

# %% right: list
# A list that is built up.
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    shape = [batch]
    if return_sequences:
        shape.append(timesteps)
    shape += [units * (1 + (merge_mode == "concat"))]
    return shape

# %% right: model
# Builds a model and reads its output shape.
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    inputs = keras.Input(batch_shape=(batch, timesteps, 4))
    rnn = SimpleRNN(units, return_sequences=return_sequences)
    return keras.Model(inputs, Bidirectional(rnn, merge_mode=merge_mode)(inputs)).output_shape

# %% right: numpy_integers
# NumPy integers.
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = np.int64(units) * np.array([1, 2])[int(merge_mode == "concat")]
    if return_sequences is True:
        return (batch, np.int32(timesteps), width)
    return (batch, width)

# %% wrong: always_doubled
# Doubled for every merge mode.
# fails: bi_shape-width
# message: twice the units
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    return (batch, timesteps, 2 * units) if return_sequences else (batch, 2 * units)

# %% wrong: ave_halves
# The average is thought to halve the units.
# fails: bi_shape-width
# message: half the units
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = {"concat": 2 * units, "ave": units // 2}.get(merge_mode, units)
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: batch_always_none
# The batch axis is always None.
# fails: bi_shape-batch
# message: although the batch size is given
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (None, timesteps, width) if return_sequences else (None, width)

# %% wrong: batch_doubled
# The batch is doubled: each sentence is read twice.
# fails: bi_shape-batch
# message: twice the batch
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    batch = batch and 2 * batch
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: batch_none_is_one
# An unknown batch is taken for 1.
# fails: bi_shape-batch
# message: as 1
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    batch = batch or 1
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: float
# Twice the units as a float.
# fails: bi_shape-width bi_shape-time bi_shape-batch
# message: a float
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = units * (2.0 if merge_mode == "concat" else 1.0)
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: is
# Strings are compared with `is`.
# fails: bi_shape-width
# message: compare texts with ==
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode is "concat" else units
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: mul_squares
# mul is thought to multiply the units.
# fails: bi_shape-width
# message: square of the units
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = {"concat": 2 * units, "mul": units * units}.get(merge_mode, units)
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: never_doubled
# The units of one direction, whatever the mode.
# fails: bi_shape-width
# message: one direction
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    return (batch, timesteps, units) if return_sequences else (batch, units)

# %% wrong: no_batch
# The batch axis is left out.
# fails: bi_shape-time bi_shape-batch
# message: has no batch axis
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (timesteps, width) if return_sequences else (width,)

# %% wrong: number
# A number instead of a shape for a vector.
# fails: bi_shape-width bi_shape-time bi_shape-batch
# message: A shape is a tuple
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (batch, timesteps, width) if return_sequences else width

# %% wrong: plus_two
# Two units more instead of twice the units.
# fails: bi_shape-width
# message: adds 2 to the units
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = units + 2 if merge_mode == "concat" else units
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: sum_doubled
# sum is taken for concat.
# fails: bi_shape-width
# message: twice the units
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode in ("concat", "sum") else units
    return (batch, timesteps, width) if return_sequences else (batch, width)

# %% wrong: time_always
# The time axis is always there.
# fails: bi_shape-time
# message: keeps the time axis
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return batch, timesteps, width

# %% wrong: time_doubled
# The halves are thought to follow each other in time.
# fails: bi_shape-width bi_shape-time
# message: twice the time steps
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    steps = 2 * timesteps if merge_mode == "concat" else timesteps
    return (batch, steps, units) if return_sequences else (batch, 2 * units if merge_mode == "concat" else units)

# %% wrong: time_first
# The time axis before the batch axis.
# fails: bi_shape-time bi_shape-batch
# message: before the batch axis
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (timesteps, batch, width) if return_sequences else (batch, width)

# %% wrong: time_inverted
# The condition is the wrong way round.
# fails: bi_shape-time
# message: has no time axis
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (batch, width) if return_sequences else (batch, timesteps, width)

# %% wrong: time_never
# The time axis is never there.
# fails: bi_shape-time
# message: has no time axis
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return batch, width

# %% wrong: time_of_one
# A time axis of length 1 for a vector.
# fails: bi_shape-time
# message: axis of length 1
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (batch, timesteps, width) if return_sequences else (batch, 1, width)

# %% wrong: two_states
# The two states of a vector are not merged.
# fails: bi_shape-time bi_shape-width
# message: axis of length 2
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    if not return_sequences:
        return batch, 2, units
    return batch, timesteps, 2 * units if merge_mode == "concat" else units

# %% wrong: vector_not_doubled
# Doubled only where all time steps are returned.
# fails: bi_shape-width
# message: one direction
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    if not return_sequences:
        return batch, units
    return batch, timesteps, 2 * units if merge_mode == "concat" else units

# %% wrong: units_before_time
# The units come before the time steps.
# fails: bi_shape-width bi_shape-time
# message: units before the time steps
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (batch, width, timesteps) if return_sequences else (batch, width)

# %% wrong: none_is_zero
# An unknown batch is taken for 0.
# fails: bi_shape-batch
# message: as 0
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    shape = (int(batch or 0), timesteps, width)
    return shape if return_sequences else (shape[0], shape[2])

# %% wrong: prints
# The shape is printed, not returned.
# fails: bi_shape-width bi_shape-time bi_shape-batch
# message: is None
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    print((batch, timesteps, width) if return_sequences else (batch, width))
