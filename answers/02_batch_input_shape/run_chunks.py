# %% right: in_one_go
# The chunks joined first, then one call: a Sequential model takes any number of steps.
def run_chunks(model, chunks):
    for l in model.layers:
        if getattr(l, "stateful", False):
            l.reset_state()
    return model(np.concatenate(list(chunks), axis=1))

# %% right: lists
# Nested lists, and a reset after reading too.
def run_chunks(model, chunks):
    def reset():
        for layer in model.layers:
            if hasattr(layer, "reset_state"):
                layer.reset_state()

    reset()
    rows = [[] for _ in chunks[0]]
    for chunk in chunks:
        for row, states in zip(rows, np.asarray(model(chunk)).tolist()):
            row.extend(states)
    reset()
    return rows

# %% right: preallocated
# A preallocated array, and isinstance in place of hasattr.
def run_chunks(model, chunks):
    n, batch, timesteps, _ = np.shape(chunks)
    states = np.zeros((batch, n * timesteps, model.output_shape[-1]))
    for layer in model.layers:
        if isinstance(layer, keras.layers.RNN) and layer.stateful:
            layer.reset_state()
    for i in range(n):
        states[:, i * timesteps:(i + 1) * timesteps] = model(chunks[i])
    return states

# %% right: predict
# predict in place of a call.
def run_chunks(model, chunks):
    for layer in model.layers:
        try:
            layer.reset_state()
        except AttributeError:
            pass
    return np.hstack([model.predict(c, batch_size=len(c), verbose=0) for c in chunks])

# %% right: states_assigned
# Sets the state variables to zero one by one.
def run_chunks(model, chunks):
    for l in model.layers:
        for s in getattr(l, "states", None) or []:
            s.assign(keras.ops.zeros_like(s))
    return np.hstack([model.predict_on_batch(c) for c in chunks])

# %% right: swapaxes
# Stacked, then the axes are put in order before the reshape.
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_states"):
            layer.reset_states()
    outputs = np.stack([model(chunk).numpy() for chunk in chunks])
    n, b, t, h = outputs.shape
    return outputs.transpose(1, 0, 2, 3).reshape(b, n * t, h)

# %% right: tensors
# TensorFlow tensors, joined by Keras.
def run_chunks(model, chunks):
    [layer.reset_state() for layer in model.layers if getattr(layer, "stateful", False)]
    return keras.ops.concatenate([model(keras.ops.convert_to_tensor(c)) for c in chunks], axis=-2)

# %% wrong: all_at_once
# The chunks are joined first and read in one call, joined on the batch axis.
# fails: run_chunks-check run_chunks-states
# message: expects batches of
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    return np.asarray(model(np.concatenate(chunks)))

# %% wrong: batch_axis
# Joined along the batch axis.
# fails: run_chunks-check run_chunks-states
# message: along the batch axis
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=0)

# %% wrong: called_twice
# The model is called twice on each chunk.
# fails: run_chunks-check run_chunks-states
# message: chunk is read twice
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        print(model(chunk).shape)
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: feature_axis
# Joined along the axis of the hidden size.
# fails: run_chunks-check run_chunks-states
# message: along the axis of the hidden size
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=-1)

# %% wrong: first_layer_only
# Only the first layer is reset, whatever it is.
# fails: run_chunks-check run_chunks-layers
# message: stopped with AttributeError
def run_chunks(model, chunks):
    model.layers[0].reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: first_stateful_only
# The loop over the layers ends after the first reset.
# fails: run_chunks-check run_chunks-layers
# message: the second one still has the state
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
            break
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: last_chunk
# Only the states of the last chunk.
# fails: run_chunks-check run_chunks-states
# message: only the last chunk
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return outputs[-1]

# %% wrong: last_dropped
# The last chunk is not read.
# fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
# message: last chunk is missing
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks[:-1]:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: last_stateful_only
# Only the last stateful layer is reset.
# fails: run_chunks-check run_chunks-layers
# message: the first one still has the state
def run_chunks(model, chunks):
    [layer for layer in model.layers if hasattr(layer, "reset_state")][-1].reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: last_states
# Only the last state of each chunk.
# fails: run_chunks-check run_chunks-states
# message: last state of each chunk
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.stack([out[:, -1] for out in outputs], axis=1)

# %% wrong: list
# The list of outputs, not joined.
# fails: run_chunks-check run_chunks-states
# message: stacked on a new axis
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return outputs

# %% wrong: no_reset
# The model is never reset.
# fails: run_chunks-check run_chunks-before run_chunks-layers
# message: earlier call
def run_chunks(model, chunks):
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: old_reset
# The method of the model, which is gone.
# fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
# message: no attribute 'reset_states'
def run_chunks(model, chunks):
    model.reset_states()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: one_reshape
# All chunks reshaped into one long sequence.
# fails: run_chunks-check run_chunks-states
# message: makes one sequence of all chunks
def run_chunks(model, chunks):
    for l in model.layers:
        if hasattr(l, "reset_state"):
            l.reset_state()
    n, b, t, d = chunks.shape
    return np.asarray(model(chunks.reshape(b, n * t, d)))

# %% wrong: predict_all
# predict is called on all chunks at once.
# fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
# message: expects batches of
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    return model.predict(chunks, verbose=0)

# %% wrong: reset_at_the_end
# The model is reset after the last chunk, not before the first.
# fails: run_chunks-check run_chunks-before run_chunks-layers
# message: earlier call
def run_chunks(model, chunks):
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    return np.concatenate(outputs, axis=1)

# %% wrong: reset_every_chunk
# The model is reset before every chunk.
# fails: run_chunks-check run_chunks-states
# message: reset once
def run_chunks(model, chunks):
    outputs = []
    for chunk in chunks:
        for layer in model.layers:
            if hasattr(layer, "reset_state"):
                layer.reset_state()
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: reshaped
# Stacked, then forced into shape by a reshape.
# fails: run_chunks-check run_chunks-states
# message: outputs are reshaped
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.stack(outputs).reshape(chunks.shape[1], -1, outputs[0].shape[-1])

# %% wrong: reversed
# The chunks are read in reverse order.
# fails: run_chunks-check run_chunks-states
# message: reverse order
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks[::-1]:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: reversed_joined
# Each output is put before the ones before it.
# fails: run_chunks-check run_chunks-states
# message: joined in reverse order
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.insert(0, np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: simple_rnn_only
# Resets SimpleRNN layers only.
# fails: run_chunks-check run_chunks-layers
# message: the second one
def run_chunks(model, chunks):
    for l in model.layers:
        if isinstance(l, SimpleRNN):
            l.reset_state()
    return np.concatenate([np.asarray(model(c)) for c in chunks], axis=1)

# %% wrong: squeezed
# Axes of size one are squeezed away.
# fails: run_chunks-check run_chunks-states
# message: hidden size is lost
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.squeeze(np.concatenate(outputs, axis=1))

# %% wrong: stacked_second
# Stacked on a new axis after the batch.
# fails: run_chunks-check run_chunks-states
# message: stacked on a new
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.stack(outputs, axis=1)

# %% wrong: stacked_then_reshaped
# Stacked behind the time axis and reshaped.
# fails: run_chunks-check run_chunks-states
# message: mixed within a row
def run_chunks(model, chunks):
    for l in model.layers:
        if hasattr(l, "reset_state"):
            l.reset_state()
    s = np.stack([np.asarray(model(c)) for c in chunks], axis=2)
    return s.reshape(s.shape[0], -1, s.shape[-1])

# %% wrong: time_first
# The time axis comes first in the result.
# fails: run_chunks-check run_chunks-states
# message: time axis comes first
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1).swapaxes(0, 1)

# %% wrong: unknown_model
# A model of one's own in place of the given one.
# fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
# message: right shape
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    n, b, t, d = chunks.shape
    units = model.output_shape[-1]
    model = keras.Sequential([
        keras.Input(batch_shape=(b, t, d)), SimpleRNN(units, return_sequences=True, stateful=True)])
    return np.concatenate([np.asarray(model(chunk)) for chunk in chunks], axis=1)

# %% wrong: warm_up
# The first chunk is read twice, "to warm up".
# fails: run_chunks-check run_chunks-states
# message: first chunk is read twice
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    model(chunks[0])
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: predict_default
# predict without batch_size, which reads 32 rows at a time.
# fails: run_chunks-check run_chunks-states
# message: 32 rows at a time
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    return np.concatenate([model.predict(chunk, verbose=0) for chunk in chunks], axis=1)

# %% wrong: reset_after_first
# The loop resets before every chunk but the first.
# fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
# message: Every chunk starts from zero
def run_chunks(model, chunks):
    outputs = []
    for i, chunk in enumerate(chunks):
        if i > 0:
            for layer in model.layers:
                if hasattr(layer, "reset_state"):
                    layer.reset_state()
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)

# %% wrong: rows_apart
# The model is called on each row of a chunk.
# fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
# message: expects batches of
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.concatenate([np.asarray(model(row[None])) for row in chunk]))
    return np.concatenate(outputs, axis=1)

# %% wrong: simple_rnn_by_name
# Layers are found by their names.
# fails: run_chunks-check run_chunks-layers
# message: the second one still has the state
def run_chunks(model, chunks):
    for layer in model.layers:
        if "simple_rnn" in layer.name:
            layer.reset_state()
    return np.concatenate([model(chunk) for chunk in chunks], axis=1)

# %% wrong: last_layer_only
# The last layer is reset, whatever it is.
# fails: run_chunks-check run_chunks-layers
# message: still has the state
def run_chunks(model, chunks):
    if hasattr(model.layers[-1], "reset_state"):
        model.layers[-1].reset_state()
    return np.concatenate([model(chunk) for chunk in chunks], axis=1)

# %% right: models_too
# A reset that also looks inside layers that are models, which the task does not ask for.
def run_chunks(model, chunks):
    def reset(layers):
        for layer in layers:
            if isinstance(layer, keras.Model):
                reset(layer.layers)
            elif getattr(layer, "stateful", False):
                layer.reset_state()

    reset(model.layers)
    outputs = [np.asarray(model(chunk)) for chunk in chunks]
    return np.concatenate(outputs, axis=1)
