# %% right: dictionary
# States kept in a dictionary, a tuple returned.
def last_states(x, layers):
    state = {k: np.zeros((len(x), len(layers[k][2]))) for k in range(len(layers))}
    for t in range(x.shape[1]):
        below = x[:, t]
        for k in range(len(layers)):
            state[k] = step(below, state[k], *layers[k])
            below = state[k]
    return tuple(state.values())

# %% right: float32
# float32 throughout.
def last_states(x, layers):
    out = np.array(x, dtype="float32")
    last = []
    for weights in layers:
        K, R, b = [np.asarray(w, dtype="float32") for w in weights]
        h = np.zeros((out.shape[0], b.shape[0]), dtype="float32")
        states = np.empty((out.shape[0], out.shape[1], b.shape[0]), dtype="float32")
        for t in range(out.shape[1]):
            h = np.tanh(out[:, t] @ K + h @ R + b)
            states[:, t] = h
        out = states
        last.append(h)
    return last

# %% right: helper
# A helper that returns all states of one layer, einsum inside.
def last_states(x, layers):
    def run(x, kernel, recurrent_kernel, bias):
        h = np.zeros((x.shape[0], bias.shape[0]))
        for t in range(x.shape[1]):
            h = np.tanh(np.einsum("bd,dh->bh", x[:, t], kernel) + np.einsum("bh,hk->bk", h, recurrent_kernel) + bias)
            yield h

    last = []
    for weights in layers:
        states = list(run(x, *weights))
        x = np.moveaxis(np.array(states), 0, 1)
        last += [states[-1]]
    print(len(last), "layers")
    return last

# %% right: keras
# By Keras with return_state; tensors are returned.
def last_states(x, layers):
    out = np.asarray(x, dtype="float32")
    last = []
    for weights in layers:
        layer = SimpleRNN(len(weights[2]), return_sequences=True, return_state=True)
        layer.build(out.shape)
        layer.set_weights(list(weights))
        out, state = layer(out)
        last.append(state)
    return last

# %% right: layer_by_layer
# Layer by layer, the last of all states.
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(x[:, -1, :])
    return last

# %% right: lists
# Plain lists, one sequence at a time.
def last_states(x, layers):
    last = [[] for _ in layers]
    for sequence in x:
        rows = sequence
        for k, weights in enumerate(layers):
            h = np.zeros(len(weights[2]))
            states = []
            for row in rows:
                h = step(row, h, *weights)
                states.append(h)
            rows = states
            last[k].append(h.tolist())
    return last

# %% right: tensor_tuple
# TensorFlow operations; a tuple of tensors.
def last_states(x, layers):
    import tensorflow as tf
    out = []
    seq = tf.cast(x, tf.float64)
    for K, R, b in layers:
        h = tf.zeros((seq.shape[0], len(b)), tf.float64)
        s = []
        for v in tf.unstack(seq, axis=1):
            h = tf.tanh(v @ K + h @ R + b)
            s.append(h)
        seq = tf.stack(s, axis=1)
        out.append(h)
    return tuple(out)

# %% wrong: aliasing
# One array for the states of all layers.
# fails: last_states-values last_states-square
# message: same array many times
def last_states(x, layers):
    states = [np.zeros((len(x), len(layers[0][2])))] * len(layers)
    every = x
    for k, weights in enumerate(layers):
        states[k][:] = 0
        out = []
        for t in range(x.shape[1]):
            states[k][:] = step(every[:, t], states[k], *weights)
            out.append(states[k].copy())
        every = np.stack(out, axis=1)
    return states

# %% wrong: all_states
# All states of each layer.
# fails: last_states-values last_states-square last_states-edge
# message: contains all states of a layer
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(x)
    return last

# %% wrong: backwards
# The input is read backwards.
# fails: last_states-values last_states-square last_states-edge
# message: backwards
def last_states(x, layers):
    x = x[:, ::-1]
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: batch_as_time
# The loop runs over the batch axis.
# fails: last_states-values last_states-square last_states-edge
# message: you loop over the batch
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros(len(weights[2]))
        states = []
        for x_t in x:
            h = step(x_t, h, *weights)
            states.append(h)
        x = np.stack(states)
        last.append(h)
    return last

# %% wrong: before_last
# The state before the last one.
# fails: last_states-values last_states-square last_states-edge
# message: the last one
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(x[:, -2])
    return last

# %% wrong: carried_over
# One sequence after the other, the state not reset between them.
# fails: last_states-values last_states-square last_states-edge
# message: from one sequence of the batch to the next
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros(len(weights[2]))
        rows = []
        for sequence in x:
            states = []
            for x_t in sequence:
                h = step(x_t, h, *weights)
                states.append(h)
            rows.append(states)
        x = np.array(rows)
        last.append(x[:, -1])
    return last

# %% wrong: dictionary_by_width
# A dictionary by width: layers of equal width overwrite each other.
# fails: last_states-square
# message: only the top layer
def last_states(x, layers):
    out = {}
    for K, R, b in layers:
        h = np.zeros((len(x), len(b)))
        s = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, K, R, b)
            s.append(h)
        x = np.stack(s, axis=1)
        out[len(b)] = h
    return list(out.values())

# %% wrong: dtype_of_input
# The array for the states has the dtype of the input.
# fails: last_states-integers
# message: takes its dtype from x
def last_states(x, layers):
    last = []
    for weights in layers:
        states = np.zeros((x.shape[0], x.shape[1], len(weights[2])), dtype=x.dtype)
        h = np.zeros((x.shape[0], len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states[:, t] = h
        x = states
        last.append(states[:, -1])
    return last

# %% wrong: equal_zeros
# The same zero state for all layers, of the width of the lowest.
# fails: last_states-values
# message: stopped with ValueError
def last_states(x, layers):
    states = [np.zeros((len(x), len(layers[0][2])))] * len(layers)
    for t in range(x.shape[1]):
        below = x[:, t]
        for k, weights in enumerate(layers):
            states[k] = step(below, states[k], *weights)
            below = states[k]
    return states

# %% wrong: first_state
# The first state of each layer.
# fails: last_states-values last_states-edge
# message: the last one
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(states[0])
    return last

# %% wrong: handed_up
# Each layer starts from the last state of the one below.
# fails: last_states-values last_states-square
# message: last state of the one below
def last_states(x, layers):
    h = np.zeros((len(x), len(layers[0][2])))
    last = []
    for weights in layers:
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: input_to_all
# Every layer reads the input.
# fails: last_states-values last_states-square
# message: Every layer reads the input
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
        last.append(h)
    return last

# %% wrong: input_too
# The list begins with the last input.
# fails: last_states-values last_states-square last_states-edge last_states-integers
# message: begins with the input
def last_states(x, layers):
    last_input = x[:, -1]
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return [last_input] + last

# %% wrong: last_sequence
# The last index is taken on the batch axis.
# fails: last_states-values last_states-square last_states-edge
# message: all states of the last sequence
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(x[-1])
    return last

# %% wrong: last_state_repeated
# The upper layers read the last state from below at every time step.
# fails: last_states-values last_states-square
# message: at every time step
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
        last.append(h)
        x = np.stack([h] * x.shape[1], axis=1)
    return last

# %% wrong: last_state_up
# The upper layers read only the last state from below.
# fails: last_states-values last_states-square
# message: read only the last state
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
        last.append(h)
        x = h[:, None]
    return last

# %% wrong: last_step_dropped
# The last time step is dropped.
# fails: last_states-values last_states-square last_states-edge
# message: the last one
def last_states(x, layers):
    x = x[:, :-1]
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: last_word_only
# Only the last time step is read.
# fails: last_states-values
# message: never reaches the last time step
def last_states(x, layers):
    x = x[:, -1:]
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: lowest_weights
# The weights of the lowest layer are used for all.
# fails: last_states-values last_states-square
# message: weights of the lowest one
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *layers[0])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: mean
# The mean of all states.
# fails: last_states-values last_states-square last_states-edge
# message: mean of all states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(x.mean(axis=1))
    return last

# %% wrong: memory
# A default argument remembers the last states for the next call.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: A second call
def last_states(x, layers, memory={}):
    last = []
    for k, weights in enumerate(layers):
        shape = (len(x), len(weights[2]))
        h = memory.get((k, shape), np.zeros(shape))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        memory[k, shape] = h
        last.append(h)
        x = np.stack(states, axis=1)
    return last

# %% wrong: no_bias
# The bias is left out.
# fails: last_states-values
# message: bias is left out
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + h @ weights[1])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: no_tanh
# No tanh.
# fails: last_states-values
# message: There is no tanh
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = x[:, t] @ weights[0] + h @ weights[1] + weights[2]
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: not_updated
# The hidden state is never carried on.
# fails: last_states-values
# message: never reaches the last time step
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            states.append(step(x[:, t], h, *weights))
        x = np.stack(states, axis=1)
        last.append(states[-1])
    return last

# %% wrong: one_state
# One hidden state for all layers.
# fails: last_states-values last_states-square
# message: One hidden state is kept
def last_states(x, layers):
    h = np.zeros((len(x), len(layers[0][2])))
    last = [h for _ in layers]
    for t in range(x.shape[1]):
        below = x[:, t]
        for k, weights in enumerate(layers):
            h = step(below, h, *weights)
            last[k] = below = h
    return last

# %% wrong: one_step_late
# The upper layers read the state that the layer below had a step before.
# fails: last_states-values last_states-square
# message: one time step late
def last_states(x, layers):
    h = [np.zeros((len(x), len(bias))) for _, _, bias in layers]
    for t in range(x.shape[1]):
        below = [x[:, t]] + h[:-1]
        h = [step(below[k], h[k], *layers[k]) for k in range(len(layers))]
    return h

# %% wrong: ones
# The states start from ones.
# fails: last_states-values last_states-edge
# message: from ones
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.ones((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: pop
# The layers are taken off the caller's list.
# fails: last_states-unchanged
# message: changes the list layers
def last_states(x, layers):
    last = []
    while layers:
        weights = layers.pop(0)
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: recurrent_transposed
# The recurrent kernel is transposed.
# fails: last_states-values
# message: recurrent kernel is transposed
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, weights[0], weights[1].T, weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: squeeze
# Axes of size 1 are squeezed away.
# fails: last_states-edge
# message: The state has lost its
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(np.squeeze(h))
    return last

# %% wrong: stacked
# np.stack, which needs equal widths.
# fails: last_states-values
# message: stopped with ValueError
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return np.stack(last)

# %% wrong: time_axis
# A time axis of size 1 is kept.
# fails: last_states-values last_states-square
# message: time axis of size 1
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(x[:, -1:])
    return last

# %% wrong: top_down
# The layers from the top down.
# fails: last_states-values last_states-square
# message: from the top down
def last_states(x, layers):
    last = []
    for weights in layers[::-1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: top_down_back
# The layers from the top down, the list turned back.
# fails: last_states-values last_states-square
# message: and the list is reversed
def last_states(x, layers):
    last = []
    for weights in layers[::-1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last[::-1]

# %% wrong: top_first
# The list begins with the top layer.
# fails: last_states-values last_states-square
# message: begins with the top layer
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last[::-1]

# %% wrong: top_missing
# The top layer is missing.
# fails: last_states-values last_states-square last_states-edge
# message: lacks the top layer
def last_states(x, layers):
    last = []
    for weights in layers[:-1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: top_only
# Only the state of the top layer.
# fails: last_states-values last_states-square last_states-edge
# message: one array and not a list
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last[-1]

# %% wrong: top_only_listed
# A list with the state of the top layer only.
# fails: last_states-values last_states-square
# message: only the top layer
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return [last[-1]]

# %% wrong: units_first
# The states are transposed.
# fails: last_states-values last_states-square last_states-edge
# message: units before the batch axis
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h.T)
    return last

# %% wrong: written_into_x
# The states are written into x where they fit.
# fails: last_states-unchanged
# message: changes the array x
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        fits = x.shape[2] == len(weights[2]) and x.dtype == float
        states = x if fits else np.zeros((x.shape[0], x.shape[1], len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states[:, t] = h
        x = states
        last.append(h)
    return last

# %% wrong: zero_states
# The zero states from which the layers started are collected.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: contains a zero state
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(np.zeros((len(x), len(weights[2]))))
    return last

# %% wrong: pytorch_pair
# All states and the last ones are returned, as PyTorch does.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: two parts
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return x, last

# %% wrong: default_list
# The result list is a default argument: it is kept from call to call.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: earlier call
def last_states(x, layers, finals=[]):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        finals.append(h)
    return finals

# %% wrong: loop_from_end
# The loop over time runs from the end; the states are stored by their index.
# fails: last_states-values
# message: never reaches the last time step
def last_states(x, layers):
    result = []
    for K, R, b in layers:
        out = np.zeros((x.shape[0], x.shape[1], len(b)))
        h = np.zeros((x.shape[0], len(b)))
        for t in range(x.shape[1] - 1, -1, -1):
            h = step(x[:, t], h, K, R, b)
            out[:, t] = h
        x = out
        result.append(out[:, -1])
    return result

# %% wrong: bias_twice
# The bias is added twice.
# fails: last_states-values
# message: bias is added twice
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + weights[2] + h @ weights[1] + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: sigmoid
# sigmoid instead of tanh.
# fails: last_states-values last_states-edge
# message: sigmoid
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = 1 / (1 + np.exp(-(x[:, t] @ weights[0] + h @ weights[1] + weights[2])))
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: relu
# relu instead of tanh.
# fails: last_states-values
# message: relu
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.maximum(0, x[:, t] @ weights[0] + h @ weights[1] + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: tanh_twice
# tanh once more around step.
# fails: last_states-values
# message: second tanh
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(step(x[:, t], h, *weights))
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: bias_outside
# The bias is added outside of tanh.
# fails: last_states-values
# message: added outside of tanh
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + h @ weights[1]) + weights[2]
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: no_recurrent
# The recurrent term is left out.
# fails: last_states-values
# message: never reaches the last time step
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: summed_up
# The new state is added to the old one.
# fails: last_states-values
# message: added to the old one
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = h + step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: diagonal
# Only the diagonal of the recurrent kernel is used.
# fails: last_states-values
# message: diagonal
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + h * np.diag(weights[1]) + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: weights_swapped
# kernel and recurrent kernel are swapped.
# fails: last_states-values last_states-square last_states-edge last_states-integers
# message: do not fit
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, weights[1], weights[0], weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: notes_layout
# The layout of the notes is assumed: both weights transposed.
# fails: last_states-values last_states-square last_states-edge last_states-integers
# message: do not fit
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, weights[0].T, weights[1].T, weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: append_in_time_loop
# A state is appended at every time step.
# fails: last_states-values last_states-square last_states-edge
# message: for each layer
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
            last.append(h)
        x = np.stack(states, axis=1)
    return last

# %% wrong: no_return
# The return is forgotten.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: is None
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)

# %% wrong: concatenated
# The states are joined on the last axis.
# fails: last_states-values last_states-square last_states-edge
# message: one array and not a list
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return np.concatenate(last, axis=-1)

# %% wrong: numbered_dictionary
# A dictionary by the number of the layer.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: list
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return dict(enumerate(last))

# %% wrong: top_weights
# The weights of the top layer are used for all.
# fails: last_states-values last_states-square
# message: weights of the top one
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *layers[-1])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: return_in_loop
# The return is inside the loop over the layers.
# fails: last_states-values last_states-square
# message: only the lowest layer
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
        return last

# %% wrong: first_sequence_only
# Only the first sequence of the batch.
# fails: last_states-values last_states-square last_states-edge
# message: has lost its batch axis
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h[0])
    return last

# %% wrong: pairs
# Each state comes with the number of its layer.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: list
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append((len(last), h))
    return last

# %% wrong: last_step_zero
# The loop over time ends one step too early; the last row stays zero.
# fails: last_states-values last_states-square last_states-edge last_states-integers last_states-unchanged
# message: zero state
def last_states(x, layers):
    last = []
    for K, R, b in layers:
        out = np.zeros((x.shape[0], x.shape[1], len(b)))
        h = np.zeros((x.shape[0], len(b)))
        for t in range(x.shape[1] - 1):
            h = step(x[:, t], h, K, R, b)
            out[:, t] = h
        x = out
        last.append(out[:, -1])
    return last

# %% wrong: overfitted_ten_steps
# At most ten steps.
# fails: last_states-edge
# message: forty
# visible: no
def last_states(x, layers):
    x = x[:, :10]
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

# %% wrong: in_place_zeros
# The collected array is set to zero for the next layer: the list holds zeros below the top.
# fails: last_states-values last_states-square
# message: zero
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
        if len(last) < len(layers):
            h *= 0
    return last

# %% wrong: sorted_by_shape
# Kernel and recurrent kernel are told apart by their shape.
# fails: last_states-square
# message: swapped
def last_states(x, layers):
    last = []
    for a, b, bias in layers:
        recurrent, kernel = (a, b) if a.shape == (len(bias), len(bias)) else (b, a)
        h = np.zeros((len(x), len(bias)))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, kernel, recurrent, bias)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last
