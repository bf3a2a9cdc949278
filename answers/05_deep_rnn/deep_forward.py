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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: one array many times
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: shape
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: backwards in every layer
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: takes the batch axis for time
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: bias added twice
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: runs through time backwards
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
# message: feeds the input to every layer
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
# message: forgets the state at each step
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# message: weights of the lowest layer
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
# fails: deep_forward-unchanged
# message: in a second call
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: without the bias
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: has no tanh
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: never carries the hidden state
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
# message: kernels and recurrent kernels transposed
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
# message: one hidden state for all layers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: starts every layer from ones
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: values are off
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
# message: lost or gained a layer
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: recurrent kernels transposed
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# message: changed by the function
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: values are off
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# message: as if by squeeze
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
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
# fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
# message: lacks the top layer
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
# message: weights of the top layer
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
# message: lacks the top layer
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
# message: kernel and recurrent kernel swapped
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
# message: array x was changed
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
