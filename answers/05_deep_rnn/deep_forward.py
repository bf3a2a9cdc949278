# %% right: dot_and_print
# np.dot, zeros_like, own prints.
def deep_forward(x, layers):
    for number, (K, R, b) in enumerate(layers):
        print("layer", number, K.shape)
        h = np.zeros_like(np.dot(x[:, 0], K))
        states = [h]
        for t in range(x.shape[1]):
            states.append(np.tanh(np.dot(x[:, t], K) + np.dot(states[-1], R) + b))
        x = np.stack(states[1:], 1)
    return x

# %% right: einsum
# einsum, all input terms at once, a preallocated array.
def deep_forward(x, layers):
    for kernel, recurrent_kernel, bias in layers:
        pre = np.einsum("btd,dh->bth", x, kernel) + bias
        states = np.zeros(pre.shape)
        previous = np.zeros(pre[:, 0].shape)
        for t in range(pre.shape[1]):
            states[:, t] = np.tanh(pre[:, t] + np.einsum("bh,hk->bk", previous, recurrent_kernel))
            previous = states[:, t]
        x = states
    return x

# %% right: float32
# float32 throughout.
def deep_forward(x, layers):
    out = np.asarray(x, dtype=np.float32)
    for weights in layers:
        kernel, recurrent_kernel, bias = (w.astype("float32") for w in weights)
        h = np.zeros((out.shape[0], bias.size), dtype="float32")
        states = []
        for t in range(out.shape[1]):
            h = step(out[:, t], h, kernel, recurrent_kernel, bias)
            states.append(h)
        out = np.stack(states, axis=1)
    return out

# %% right: joined
# Input and state joined, both kernels joined.
def deep_forward(x, layers):
    for kernel, recurrent_kernel, bias in layers:
        both = np.concatenate([kernel, recurrent_kernel], axis=0)
        h = np.zeros((len(x), len(bias)))
        states = []
        for x_t in np.swapaxes(x, 0, 1):
            h = np.tanh(np.concatenate([x_t, h], axis=1) @ both + bias)
            states.append(h[:, None])
        x = np.concatenate(states, axis=1)
    return x

# %% right: keras
# By Keras layers; a tensor is returned.
def deep_forward(x, layers):
    out = np.asarray(x, dtype="float32")
    for weights in layers:
        layer = SimpleRNN(len(weights[2]), return_sequences=True)
        layer.build(out.shape)
        layer.set_weights(list(weights))
        out = layer(out)
    return out

# %% right: keras_cells
# One RNN layer of Keras over all cells.
def deep_forward(x, layers):
    rnn = keras.layers.RNN([keras.layers.SimpleRNNCell(len(b)) for _, _, b in layers], return_sequences=True)
    rnn.build((None, None, x.shape[2]))
    rnn.set_weights([w for three in layers for w in three])
    return rnn(np.asarray(x, "float32"))

# %% right: nested_lists
# Nested lists of plain numbers, one sequence at a time.
def deep_forward(x, layers):
    result = []
    for sequence in x:
        rows = list(sequence)
        for weights in layers:
            h = np.zeros(len(weights[2]))
            states = []
            for row in rows:
                h = step(row, h, *weights)
                states.append(h)
            rows = states
        result.append([row.tolist() for row in rows])
    return result

# %% right: recursion
# By recursion over the layers, with a helper.
def deep_forward(x, layers):
    def one_layer(x, kernel, recurrent_kernel, bias):
        h = np.zeros((len(x), len(bias)))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, kernel, recurrent_kernel, bias)
            states.append(h)
        return np.stack(states, axis=1)

    if not layers:
        return x
    return deep_forward(one_layer(x, *layers[0]), layers[1:])

# %% right: tf_scan
# A tf.scan for each layer, in float64.
def deep_forward(x, layers):
    import tensorflow as tf
    seq = tf.transpose(tf.cast(x, tf.float64), [1, 0, 2])
    for K, R, b in layers:
        seq = tf.scan(lambda h, v, K=K, R=R, b=b: tf.tanh(v @ K + h @ R + b), seq, tf.zeros((x.shape[0], len(b)), tf.float64))
    return tf.transpose(seq, [1, 0, 2])

# %% right: time_outside
# Time in the outer loop, the layers inside.
def deep_forward(x, layers):
    h = [np.zeros((x.shape[0], bias.shape[0])) for _, _, bias in layers]
    out = []
    for t in range(x.shape[1]):
        below = x[:, t]
        for k, (kernel, recurrent_kernel, bias) in enumerate(layers):
            h[k] = step(below, h[k], kernel, recurrent_kernel, bias)
            below = h[k]
        out.append(below)
    return np.array(out).transpose(1, 0, 2)

# %% wrong: aliasing
# The list holds one array many times.
# fails: deep_forward-values
# message: same array many times
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h[:] = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: all_layers
# The states of all layers are returned.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: an axis for the layers
def deep_forward(x, layers):
    result = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        result.append(x)
    return result

# %% wrong: appended_before
# The state is appended before it is updated.
# fails: deep_forward-values
# message: begins with the initial state
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            states.append(h)
            h = step(x[:, t], h, *weights)
        x = np.stack(states, axis=1)
    return x

# %% wrong: backwards
# Time runs backwards in every layer.
# fails: deep_forward-values deep_forward-edge
# message: read backwards in time
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in reversed(range(x.shape[1])):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: batch_as_time
# The loop runs over the batch axis.
# fails: deep_forward-values
# message: you loop over the batch
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros(len(weights[2]))
        states = []
        for x_t in x:
            h = step(x_t, h, *weights)
            states.append(h)
        x = np.stack(states)
    return x

# %% wrong: bias_twice
# The bias is added twice.
# fails: deep_forward-values
# message: bias is added twice
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + weights[2] + h @ weights[1] + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: carried_over
# One sequence after the other, the state not reset between them.
# fails: deep_forward-values deep_forward-edge
# message: from one sequence of the batch to the next
def deep_forward(x, layers):
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
    return x

# %% wrong: dtype_of_input
# The array for the states has the dtype of the input.
# fails: deep_forward-integers
# message: takes its dtype from x
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = np.zeros((x.shape[0], x.shape[1], len(weights[2])), dtype=x.dtype)
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states[:, t] = h
        x = states
    return x

# %% wrong: global_input
# The batch of the notebook is used instead of x.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
# message: stopped with
def deep_forward(x, layers):
    x = batch
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: handed_up
# The zero state is made once: each layer starts from the last state of the one below.
# fails: deep_forward-values deep_forward-square
# message: last state of the one below
def deep_forward(x, layers):
    h = np.zeros((len(x), len(layers[0][2])))
    for weights in layers:
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: initial_included
# The initial state is the first row.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: begins with the initial state
def deep_forward(x, layers):
    out = x
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(out.shape[1]):
            h = step(out[:, t], h, *weights)
            states.append(h)
        out = np.stack(states, axis=1)
    start = np.zeros((len(x), 1, out.shape[2]))
    return np.concatenate([start, out], axis=1)

# %% wrong: input_backwards
# The input is read backwards.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: read backwards in time
def deep_forward(x, layers):
    x = x[:, ::-1]
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: input_to_all
# Every layer reads the input.
# fails: deep_forward-values deep_forward-square
# message: Every layer reads the input
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((x.shape[0], weights[2].shape[0]))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
    return np.stack(states, axis=1)

# %% wrong: integer_memory
# The state is kept as an integer array; the collected states are floats.
# fails: deep_forward-integers
# message: before it is carried on
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])), dtype=x.dtype)
        states = []
        for t in range(x.shape[1]):
            new = step(x[:, t], h, *weights)
            states.append(new)
            h[:] = new
        x = np.stack(states, axis=1)
    return x

# %% wrong: last_state
# Only the last state is returned.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: only the last state
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x[:, -1]

# %% wrong: last_state_repeated
# The upper layers read the last state from below at every time step.
# fails: deep_forward-values deep_forward-square
# message: at every time step
def deep_forward(x, layers):
    for k, weights in enumerate(layers):
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        if k < len(layers) - 1:
            states = [h] * len(states)
        x = np.stack(states, axis=1)
    return x

# %% wrong: last_state_up
# A layer hands only its last state to the next one.
# fails: deep_forward-values deep_forward-square deep_forward-unchanged
# message: stopped with
def deep_forward(x, layers):
    for k, weights in enumerate(layers):
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = h if k < len(layers) - 1 else np.stack(states, axis=1)
    return x

# %% wrong: last_step_dropped
# The last time step is dropped.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: lacks the last time step
def deep_forward(x, layers):
    out = x
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(out.shape[1]):
            h = step(out[:, t], h, *weights)
            states.append(h)
        out = np.stack(states, axis=1)
    return out[:, :-1]

# %% wrong: lowest_returned
# The states of the lowest layer are returned.
# fails: deep_forward-values deep_forward-square
# message: lowest layer
def deep_forward(x, layers):
    for weights in layers[:1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: lowest_weights
# The weights of the lowest layer are used for all.
# fails: deep_forward-values deep_forward-square
# message: weights of the lowest one
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *layers[0])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: memory
# A default argument remembers the last states for the next call.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
# message: A second call
def deep_forward(x, layers, memory={}):
    for k, weights in enumerate(layers):
        shape = (len(x), len(weights[2]))
        h = memory.get((k, shape), np.zeros(shape))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        memory[k, shape] = h
        x = np.stack(states, axis=1)
    return x

# %% wrong: no_bias
# The bias is left out.
# fails: deep_forward-values
# message: bias is left out
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + h @ weights[1])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: no_tanh
# No tanh.
# fails: deep_forward-values
# message: There is no tanh
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = x[:, t] @ weights[0] + h @ weights[1] + weights[2]
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: not_updated
# The hidden state is never carried on.
# fails: deep_forward-values
# message: never reaches the next time step
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            states.append(step(x[:, t], h, *weights))
        x = np.stack(states, axis=1)
    return x

# %% wrong: notes_layout
# The layout of the notes is assumed: both weights transposed.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: do not fit
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, weights[0].T, weights[1].T, weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: one_state
# One hidden state for all layers.
# fails: deep_forward-values deep_forward-square
# message: One hidden state is kept
def deep_forward(x, layers):
    h = np.zeros((len(x), len(layers[0][2])))
    states = []
    for t in range(x.shape[1]):
        below = x[:, t]
        for weights in layers:
            h = step(below, h, *weights)
            below = h
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: one_step_late
# The upper layers read the state that the layer below had a step before.
# fails: deep_forward-values deep_forward-square
# message: one time step late
def deep_forward(x, layers):
    h = [np.zeros((len(x), len(bias))) for _, _, bias in layers]
    states = []
    for t in range(x.shape[1]):
        below = [x[:, t]] + h[:-1]
        h = [step(below[k], h[k], *layers[k]) for k in range(len(layers))]
        states.append(h[-1])
    return np.stack(states, axis=1)

# %% wrong: ones
# The states start from ones.
# fails: deep_forward-values deep_forward-edge
# message: starts from ones
def deep_forward(x, layers):
    for weights in layers:
        h = np.ones((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: own_weights
# Weights are drawn inside the function.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
# message: values are wrong
def deep_forward(x, layers):
    layers = random_layers([x.shape[2]] + [len(bias) for _, _, bias in layers], seed=0)
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: pop
# The layers are taken off the caller's list.
# fails: deep_forward-unchanged
# message: changes the list layers
def deep_forward(x, layers):
    while layers:
        kernel, recurrent_kernel, bias = layers.pop(0)
        h = np.zeros((len(x), len(bias)))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, kernel, recurrent_kernel, bias)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: recurrent_transposed
# The recurrent kernel is transposed.
# fails: deep_forward-values
# message: recurrent kernel is transposed
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, weights[0], weights[1].T, weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: relu
# relu instead of tanh.
# fails: deep_forward-values
# message: relu
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.maximum(0, x[:, t] @ weights[0] + h @ weights[1] + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: reshape
# The list of states is brought to the right shape by reshape.
# fails: deep_forward-values deep_forward-edge
# message: mixed up by reshape
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.array(states).reshape(x.shape[0], x.shape[1], -1)
    return x

# %% wrong: reverse
# The caller's list is reversed, so that pop gives the lowest layer; a copy is emptied.
# fails: deep_forward-unchanged
# message: function changes the
def deep_forward(x, layers):
    layers.reverse()
    todo = list(layers)
    while todo:
        weights = todo.pop()
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: rounded
# The states are rounded.
# fails: deep_forward-values deep_forward-square
# message: values are wrong
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return np.round(x, 2)

# %% wrong: sigmoid
# sigmoid instead of tanh.
# fails: deep_forward-values deep_forward-edge
# message: sigmoid
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = 1 / (1 + np.exp(-(x[:, t] @ weights[0] + h @ weights[1] + weights[2])))
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: skip
# The input of a layer is added to its states.
# fails: deep_forward-values deep_forward-square
# message: skip connection
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        states = np.stack(states, axis=1)
        x = x + states if len(layers) > 1 else states
    return x

# %% wrong: squeeze
# Axes of size 1 are squeezed away.
# fails: deep_forward-edge
# message: lost its batch axis
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return np.squeeze(x)

# %% wrong: tanh_twice
# tanh once more around step.
# fails: deep_forward-values
# message: second tanh
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(step(x[:, t], h, *weights))
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: time_first
# The time axis stays in front.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: time axis before the batch axis
def deep_forward(x, layers):
    x = np.swapaxes(x, 0, 1)
    for kernel, recurrent_kernel, bias in layers:
        h = np.zeros((x.shape[1], bias.size))
        states = []
        for x_t in x:
            h = step(x_t, h, kernel, recurrent_kernel, bias)
            states.append(h)
        x = np.stack(states)
    return x

# %% wrong: top_down
# The layers from the top down.
# fails: deep_forward-values deep_forward-square
# message: from the top down
def deep_forward(x, layers):
    for weights in layers[::-1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: top_left_out
# The top layer is left out.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: top layer is left out
def deep_forward(x, layers):
    for weights in layers[:-1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: top_weights
# The weights of the last layer are used for all.
# fails: deep_forward-values deep_forward-square
# message: weights of the top one
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(layers[-1][2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *layers[-1])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: two_layers
# Written for two layers.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: list index out of range
def deep_forward(x, layers):
    for weights in [layers[0], layers[1]]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: weights_swapped
# kernel and recurrent kernel are swapped.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: do not fit
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, weights[1], weights[0], weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: written_into_x
# The states are written into x where they fit.
# fails: deep_forward-unchanged
# message: changes the array x
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        fits = x.shape[2] == len(weights[2]) and x.dtype == float
        states = x if fits else np.zeros((x.shape[0], x.shape[1], len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states[:, t] = h
        x = states
    return x

# %% wrong: pytorch_pair
# Output and last states are returned, as PyTorch does.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
# message: things, but it should return only one
def deep_forward(x, layers):
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

# %% wrong: last_step_zero
# The loop over time ends one step too early; the last row stays zero.
# fails: deep_forward-values
# message: last time step is left zero
def deep_forward(x, layers):
    for kernel, recurrent_kernel, bias in layers:
        out = np.zeros((x.shape[0], x.shape[1], len(bias)))
        h = np.zeros((x.shape[0], len(bias)))
        for t in range(x.shape[1] - 1):
            h = step(x[:, t], h, kernel, recurrent_kernel, bias)
            out[:, t] = h
        x = out
    return x

# %% wrong: first_step_skipped
# The loop over time begins with the second step.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
# message: lacks the first time step
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(1, x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: no_recurrent
# The recurrent term is left out.
# fails: deep_forward-values
# message: never reaches the next time step
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: bias_outside
# The bias is added outside of tanh.
# fails: deep_forward-values
# message: added outside of tanh
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + h @ weights[1]) + weights[2]
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: two_tanh
# Each term has a tanh.
# fails: deep_forward-values
# message: tanh for each term
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0]) + np.tanh(h @ weights[1]) + weights[2]
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: tanh_on_input
# tanh around the input term only.
# fails: deep_forward-values
# message: tanh around the input term only
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0]) + h @ weights[1] + weights[2]
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: summed_up
# The new state is added to the old one.
# fails: deep_forward-values
# message: added to the old one
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = h + step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: return_in_loop
# The return is inside the loop over the layers.
# fails: deep_forward-values deep_forward-square
# message: lowest layer
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        return x

# %% wrong: no_return
# The return is forgotten.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
# message: is None
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)

# %% wrong: list_of_steps
# The list of the last layer is returned: time comes first.
# fails: deep_forward-values deep_forward-square deep_forward-edge
# message: time axis before the batch axis
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return states

# %% wrong: joined_layers
# The states of all layers are joined on the last axis.
# fails: deep_forward-values deep_forward-square
# message: it should be (B, T, H)
def deep_forward(x, layers):
    parts = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        parts.append(x)
    return np.concatenate(parts, axis=-1)

# %% wrong: bias_both_terms
# The bias is added to both terms: twice.
# fails: deep_forward-values
# message: bias is added twice
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh((x[:, t] @ weights[0] + weights[2]) + (h @ weights[1] + weights[2]))
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: diagonal
# Only the diagonal of the recurrent kernel is used.
# fails: deep_forward-values
# message: diagonal
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + h * np.diag(weights[1]) + weights[2])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: states_at_end
# The last layer is not collected: states of the first layers only, from a list made once.
# fails: deep_forward-values deep_forward-square
# message: it should be (B, T, H)
def deep_forward(x, layers):
    states = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
        states.append(h)
    return np.stack(states[-1:], axis=1)

# %% wrong: reversed_twice
# The layers run from the last step to the first, and the states are put back in order.
# fails: deep_forward-values
# message: backward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in reversed(range(x.shape[1])):
            h = step(x[:, t], h, *weights)
            states.insert(0, h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: units_before_time
# The states are stacked on the last axis.
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers deep_forward-unchanged
# message: units before the time steps
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=-1)
    return x

# %% wrong: only_two_layers
# Only the lowest and the top layer.
# fails: deep_forward-values deep_forward-square
# message: layer
def deep_forward(x, layers):
    for weights in ([layers[0], layers[-1]] if len(layers) > 1 else layers):
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: overfitted_ten_steps
# At most ten steps.
# fails: deep_forward-edge
# message: forty
# visible: no
def deep_forward(x, layers):
    x = x[:, :10]
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: overfitted_reset_after_ten
# The state is set to zero after ten steps.
# fails: deep_forward-edge
# message: forty
# visible: no
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            if t % 10 == 0:
                h = np.zeros_like(h)
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: cast_to_int
# The input is cast to whole numbers.
# fails: deep_forward-values deep_forward-square
# message: whole numbers
def deep_forward(x, layers):
    x = np.asarray(x, dtype=int)
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: sorted_by_shape
# Kernel and recurrent kernel are told apart by their shape.
# fails: deep_forward-square
# message: Kernel and recurrent kernel are swapped
def deep_forward(x, layers):
    for a, b, bias in layers:
        recurrent, kernel = (a, b) if a.shape == (len(bias), len(bias)) else (b, a)
        h = np.zeros((len(x), len(bias)))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, kernel, recurrent, bias)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

# %% wrong: kernel_transposed
# The kernel is transposed, where its shape allows it.
# fails: deep_forward-square
# message: kernel is transposed
def deep_forward(x, layers):
    for kernel, recurrent_kernel, bias in layers:
        if kernel.shape[0] == kernel.shape[1]:
            kernel = kernel.T
        h = np.zeros((len(x), len(bias)))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, kernel, recurrent_kernel, bias)
            states.append(h)
        x = np.stack(states, axis=1)
    return x
