# %% right: append
# A list that grows, with prints.
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = []
    if return_sequences == True:
        shapes.append((batch, timesteps, units))
    else:
        shapes.append((batch, units))
    if return_state == True:
        shapes.append((batch, units))
    print(shapes)
    return shapes

# %% right: four_cases
# The four cases one by one.
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_sequences and return_state:
        return [(batch, timesteps, units), (batch, units)]
    if return_sequences:
        return [(batch, timesteps, units)]
    if return_state:
        return [(batch, units), (batch, units)]
    return [(batch, units)]

# %% right: keras
# Asked of the Keras layer itself.
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    layer = keras.layers.SimpleRNN(units, return_sequences=return_sequences, return_state=return_state)
    result = layer(keras.Input(batch_shape=(batch, timesteps, 1)))
    tensors = result if isinstance(result, (list, tuple)) else [result]
    return [tuple(tensor.shape) for tensor in tensors]

# %% right: symbolic
# The layer is called on a tensor without values.
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    x = keras.Input(batch_shape=(batch, timesteps, 2))
    layer = keras.layers.SimpleRNN(units, return_sequences=return_sequences, return_state=return_state)
    returned = layer(x)
    return [each.shape for each in (returned if isinstance(returned, (list, tuple)) else [returned])]

# %% right: tuples
# A tuple of lists, sizes as NumPy integers.
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    timesteps, units = np.int64(timesteps), np.int32(units)
    middle = [timesteps] * int(return_sequences)
    shapes = ([batch, *middle, units], [batch, units])
    return shapes[: 1 + return_state]

# %% wrong: always_sequences
# All states are always given.
# fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both
# message: only the last state is returned
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = [(batch, timesteps, units)]
    if return_state:
        shapes.append((batch, timesteps, units))
    return shapes

# %% wrong: axes_swapped
# Time steps and hidden size in the wrong order.
# fails: rnn_output_shapes-output rnn_output_shapes-both
# message: wrong order
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, units, timesteps) if return_sequences else state
    return [output, state] if return_state else [output]

# %% wrong: bare_tuple
# One shape is returned bare, not in a list.
# fails: rnn_output_shapes-output
# message: a list of shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    if return_state:
        return [output, (batch, units)]
    return output

# %% wrong: by_arrays
# Shapes read from arrays of zeros, which need a known batch.
# fails: rnn_output_shapes-unknown
# message: your code raised this error
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    states = np.zeros((batch, timesteps, units))
    output = states if return_sequences else states[:, -1]
    return [output.shape, states[:, -1].shape] if return_state else [output.shape]

# %% wrong: each_step
# A shape for each time step.
# fails: rnn_output_shapes-output rnn_output_shapes-both
# message: one shape for each time step
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = [(batch, units)]
    if return_sequences:
        shapes = shapes * timesteps
    elif return_state:
        shapes = shapes * 2
    return shapes

# %% wrong: elif
# The two flags thought to exclude each other: return_sequences wins.
# fails: rnn_output_shapes-both
# message: a shape is missing from the list
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_sequences:
        return [(batch, timesteps, units)]
    elif return_state:
        return [(batch, units), (batch, units)]
    else:
        return [(batch, units)]

# %% wrong: elif_state
# The two flags thought to exclude each other: return_state wins.
# fails: rnn_output_shapes-both
# message: time axis is missing from the output
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_state:
        return [(batch, units), (batch, units)]
    elif return_sequences:
        return [(batch, timesteps, units)]
    return [(batch, units)]

# %% wrong: flags_swapped
# The two flags are taken in the other order.
# fails: rnn_output_shapes-output rnn_output_shapes-state
# message: flags are swapped
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    return_sequences, return_state = return_state, return_sequences
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output] + [(batch, units)] * return_state

# %% wrong: hard_coded_batch
# The batch of the worked cell.
# fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both rnn_output_shapes-unknown
# message: batch size of 8
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (8, units)
    output = (8, timesteps, units) if return_sequences else state
    return [output, state] if return_state else [output]

# %% wrong: joined
# The shapes are put together into one tuple.
# fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both
# message: a list of shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shape = (batch, timesteps, units) if return_sequences else (batch, units)
    if return_state:
        shape += (batch, units)
    return shape

# %% wrong: kept_list
# The list is a default argument and grows with each call.
# fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both rnn_output_shapes-unknown
# message: which is not right
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state, shapes=[]):
    shapes.append((batch, timesteps, units) if return_sequences else (batch, units))
    if return_state:
        shapes.append((batch, units))
    return shapes

# %% wrong: last_time_one
# The last state, as output, keeps a time axis of 1.
# fails: rnn_output_shapes-output rnn_output_shapes-state
# message: a time axis of size 1
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps if return_sequences else 1, units)
    return [output, (batch, units)] if return_state else [output]

# %% wrong: no_sequences
# return_sequences is ignored.
# fails: rnn_output_shapes-output rnn_output_shapes-both
# message: all states are returned
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = [(batch, units)]
    if return_state:
        shapes = shapes * 2
    return shapes

# %% wrong: no_state
# return_state is ignored.
# fails: rnn_output_shapes-state rnn_output_shapes-both
# message: a shape is missing from the list
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_sequences:
        return [(batch, timesteps, units)]
    return [(batch, units)]

# %% wrong: none_is_one
# A batch of None is replaced by 1.
# fails: rnn_output_shapes-unknown
# message: None is replaced by 1
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    batch = batch or 1
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences else state
    return [output, state] if return_state else [output]

# %% wrong: none_left_out
# A batch of None is left out of the shape.
# fails: rnn_output_shapes-unknown
# message: None is dropped
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    front = () if batch is None else (batch,)
    state = front + (units,)
    output = front + (timesteps, units) if return_sequences else state
    return [output, state] if return_state else [output]

# %% wrong: none_lost_in_state
# An unknown batch is left out of the state.
# fails: rnn_output_shapes-unknown
# message: dropped from the state
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units) if batch is not None else (units,)
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, state] if return_state else [output]

# %% wrong: none_lost_with_sequences
# An unknown batch is left out, but only where all states are returned.
# fails: rnn_output_shapes-unknown
# message: dropped from the output
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = state
    if return_sequences:
        output = (batch, timesteps, units) if batch else (timesteps, units)
    return [output, state] if return_state else [output]

# %% wrong: one_step_dropped
# The time axis is dropped where there is one time step.
# fails: rnn_output_shapes-output rnn_output_shapes-both
# message: there is a time axis
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences and timesteps > 1 else state
    return [output, state] if return_state else [output]

# %% wrong: printed
# The list is printed, not returned.
# fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both rnn_output_shapes-unknown
# message: is None
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences else state
    print([output, state] if return_state else [output])

# %% wrong: state_first
# The last state comes first.
# fails: rnn_output_shapes-both
# message: last state is first
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = []
    if return_state:
        shapes.append((batch, units))
    shapes.append((batch, timesteps, units) if return_sequences else (batch, units))
    return shapes

# %% wrong: state_like_output
# The state is given the shape of the output.
# fails: rnn_output_shapes-both
# message: the state has a time axis
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, output] if return_state else [output]

# %% wrong: state_only
# return_state thought to replace the output.
# fails: rnn_output_shapes-state rnn_output_shapes-both
# message: a shape is missing from the list
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_state:
        return [(batch, units)]
    if return_sequences:
        return [(batch, timesteps, units)]
    return [(batch, units)]

# %% wrong: state_time_one
# The state keeps a time axis of 1.
# fails: rnn_output_shapes-state rnn_output_shapes-both
# message: a time axis of size 1
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, (batch, 1, units)] if return_state else [output]

# %% wrong: state_without_batch
# One state for the whole batch.
# fails: rnn_output_shapes-state rnn_output_shapes-both
# message: state has no batch axis
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, (units,)] if return_state else [output]

# %% wrong: time_first
# The time steps come before the batch.
# fails: rnn_output_shapes-output rnn_output_shapes-both
# message: time steps before the batch
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (timesteps, batch, units) if return_sequences else state
    return [output, state] if return_state else [output]

# %% wrong: two_states
# Two states, as an LSTM has them.
# fails: rnn_output_shapes-state rnn_output_shapes-both
# message: has only one state
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences else state
    return [output, state, state] if return_state else [output]

# %% wrong: units_are_timesteps
# units taken for time steps: the last axis has the size of the time steps.
# fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both
# message: with the number of time steps
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, timesteps)
    output = (batch, units, timesteps) if return_sequences else state
    return [output, state] if return_state else [output]

# %% wrong: pytorch
# The state with an axis for the layers, as PyTorch returns it.
# fails: rnn_output_shapes-state rnn_output_shapes-both
# message: an axis for the layers
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    if return_state:
        return [output, (1, batch, units)]
    return [output]

# %% wrong: time_axis_whenever_state
# return_state thought to need all states in the output.
# fails: rnn_output_shapes-state
# message: the output has a time axis
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = []
    if return_sequences or return_state:
        shapes.append((batch, timesteps, units))
    else:
        shapes.append((batch, units))
    if return_state:
        shapes.append((batch, units))
    return shapes

# %% wrong: sizes_filtered
# Sizes that are not given are left out of every shape.
# fails: rnn_output_shapes-unknown
# message: None is dropped
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    def shape(*sizes):
        return tuple(size for size in sizes if size is not None)

    output = shape(batch, timesteps, units) if return_sequences else shape(batch, units)
    return [output, shape(batch, units)] if return_state else [output]

# %% wrong: one_axis
# All states of the batch in one axis.
# fails: rnn_output_shapes-output rnn_output_shapes-both rnn_output_shapes-unknown
# message: the batch and the time steps on one axis
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch * timesteps, units) if return_sequences else (batch, units)
    return [output, (batch, units)] if return_state else [output]
