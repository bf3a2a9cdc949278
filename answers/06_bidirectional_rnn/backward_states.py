# %% right: einsum_float32
# einsum in float32.
def backward_states(x, kernel, recurrent_kernel, bias):
    x, k, r, b = (np.asarray(a, dtype='float32') for a in (x, kernel, recurrent_kernel, bias))
    h = np.zeros(len(b), dtype='float32')
    states = np.zeros((len(x), len(b)), dtype='float32')
    for t in range(len(x))[::-1]:
        h = np.tanh(np.einsum('d,dh->h', x[t], k) + np.einsum('g,gh->h', h, r) + b)
        states[t] = h
    return states

# %% right: insert
# Each new state is put in front of the list.
def backward_states(x, kernel, recurrent_kernel, bias):
    states, h = [], np.zeros(recurrent_kernel.shape[0])
    for x_t in reversed(x):
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.insert(0, h)
    return np.array(states)

# %% right: joined_weights
# [x, h] joined, one matrix.
def backward_states(x, kernel, recurrent_kernel, bias):
    W = np.vstack([kernel, recurrent_kernel])
    h = np.zeros(len(bias))
    states = []
    for x_t in np.flip(x, axis=0):
        h = np.tanh(np.concatenate([x_t, h]) @ W + bias)
        states.append(h)
    states.reverse()
    return np.vstack(states)

# %% right: keras_layer
# Keras's own layer, its result turned back.
def backward_states(x, kernel, recurrent_kernel, bias):
    layer = keras.layers.SimpleRNN(len(bias), return_sequences=True, go_backwards=True)
    layer.build((None, *np.shape(x)))
    layer.set_weights([kernel, recurrent_kernel, bias])
    return layer(np.asarray(x, dtype='float32')[None])[0, ::-1]

# %% right: lists
# A list of lists is returned.
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for t in range(len(x)):
        h = step(x[len(x) - 1 - t], h, kernel, recurrent_kernel, bias)
        states = [list(h)] + states
    return states

# %% right: preallocated
# An array made before the loop, filled by index.
def backward_states(x, kernel, recurrent_kernel, bias):
    states = np.empty((x.shape[0], kernel.shape[1]))
    h = np.zeros(kernel.shape[1])
    for t in range(x.shape[0] - 1, -1, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states[t] = h
    return states

# %% right: recursion
# A helper that calls itself, and a print.
def backward_states(x, kernel, recurrent_kernel, bias):
    def after(t):
        h = states[t + 1] if t + 1 < len(x) else np.zeros(len(bias))
        states[t] = step(x[t], h, kernel, recurrent_kernel, bias)
        return after(t - 1) if t else states

    states = {}
    after(len(x) - 1)
    print('states:', len(states))
    return np.array([states[t] for t in range(len(x))])

# %% right: tf_scan
# tf.scan over the turned sentence.
def backward_states(x, kernel, recurrent_kernel, bias):
    import tensorflow as tf
    f = tf.reverse(tf.cast(x, tf.float64), [0])
    s = tf.scan(lambda h, v: tf.tanh(tf.linalg.matvec(kernel, v, transpose_a=True) + tf.linalg.matvec(recurrent_kernel, h, transpose_a=True) + bias), f, tf.zeros(len(bias), tf.float64))
    return s[::-1]

# %% wrong: bias_in_place
# The state is built up inside the caller's bias.
# fails: backward_states-unchanged
# message: changes the argument bias
def backward_states(x, kernel, recurrent_kernel, bias):
    b = bias.copy()
    h = bias
    h[:] = 0
    states = []
    for x_t in x[::-1]:
        h[:] = step(x_t, h, kernel, recurrent_kernel, b)
        states.append(h.copy())
    return np.stack(states[::-1])

# %% wrong: bias_twice
# The bias is added twice.
# fails: backward_states-values
# message: adds the bias twice
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, 2 * bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: elementwise
# An own step that multiplies the state element by element with the diagonal.
# fails: backward_states-values
# message: element by element
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(x_t @ kernel + h * recurrent_kernel.diagonal() + bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: features_reversed
# The features are reversed instead of the words.
# fails: backward_states-values backward_states-order backward_states-edge
# message: features reversed instead of the words
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[:, ::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)

# %% wrong: first_word_dropped
# The loop stops before index 0.
# fails: backward_states-values backward_states-order backward_states-edge
# message: the first word is not read
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for t in range(len(x) - 1, 0, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.array(states[::-1])

# %% wrong: flip_all_axes
# np.flip without an axis turns the features too.
# fails: backward_states-values
# message: features of each word reversed too
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in np.flip(x):
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: flip_result_all_axes
# np.flip without an axis turns the units too.
# fails: backward_states-values
# message: units reversed too
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.flip(np.stack(states))

# %% wrong: forward
# A forward pass: nothing is reversed.
# fails: backward_states-values backward_states-order
# message: forward states: the sentence is not read
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)

# %% wrong: from_forward_state
# Starts from the last state of a forward pass.
# fails: backward_states-values backward_states-order backward_states-edge
# message: starts from the last state of the forward RNN
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: global_sentence
# Reads the notebook's sentence instead of its argument.
# fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
# message: not defined
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in sentence[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: last_only
# Only the state after the whole sentence is returned.
# fails: backward_states-values backward_states-order backward_states-edge
# message: asks for all states
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return h

# %% wrong: last_word_dropped
# The loop starts one word too early.
# fails: backward_states-values backward_states-order backward_states-edge
# message: the last word is not read
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for t in range(len(x) - 2, -1, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.array(states[::-1])

# %% wrong: list_kept_between_calls
# The list of states is a default argument and lives on between calls.
# fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
# message: stopped with ValueError
def backward_states(x, kernel, recurrent_kernel, bias, states=[]):
    h = np.zeros(len(bias))
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.insert(0, h)
    return np.array(states)

# %% wrong: no_bias
# An own step without the bias.
# fails: backward_states-values
# message: leaves out the bias
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(x_t @ kernel + h @ recurrent_kernel)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: no_tanh
# An own step without tanh.
# fails: backward_states-values
# message: leaves out tanh
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = x_t @ kernel + h @ recurrent_kernel + bias
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: not_turned_back
# The states stay in the order of reading.
# fails: backward_states-order
# message: not put back into time order
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)

# %% wrong: one_row_early
# Each state is stored one row too early.
# fails: backward_states-values backward_states-order
# message: one row too early
def backward_states(x, kernel, recurrent_kernel, bias):
    states = np.zeros((len(x), len(bias)))
    h = np.zeros(len(bias))
    for t in reversed(range(len(x))):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states[t - 1] = h
    return states

# %% wrong: one_word_is_zero
# A sentence of one word is treated as a case of its own, and stays zero.
# fails: backward_states-edge
# message: For a sentence of one word
def backward_states(x, kernel, recurrent_kernel, bias):
    T = len(x)
    states = np.zeros((T, len(bias)))
    for t in range(T - 1, -1, -1):
        states[t] = step(x[t], states[t + 1] if t + 1 < T else states[0], kernel, recurrent_kernel, bias)
    states[0] = states[0] if T > 1 else 0
    return states

# %% wrong: relu
# An own step with ReLU.
# fails: backward_states-values
# message: relu
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.maximum(0, x_t @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: result_only_reversed
# Only the result is reversed, not the input.
# fails: backward_states-values backward_states-order
# message: only the result is reversed
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: reverses_in_place
# The caller's sentence is reversed in place.
# fails: backward_states-unchanged
# message: changes the argument x
def backward_states(x, kernel, recurrent_kernel, bias):
    x[:] = x[::-1].copy()
    h = np.zeros(len(bias))
    states = []
    for x_t in x:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: same_array_many_times
# One array is changed in place and put into the list again and again.
# fails: backward_states-values backward_states-order
# message: same state in every row
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h[:] = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: sigmoid
# An own step with a sigmoid.
# fails: backward_states-values
# message: sigmoid
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = 1 / (1 + np.exp(-(x_t @ kernel + h @ recurrent_kernel + bias)))
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: size_written_out
# The hidden size of the worked example is written out.
# fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
# message: stopped with ValueError
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(8)
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: squeezed
# Axes of length 1 are squeezed out of the result.
# fails: backward_states-edge
# message: keep both axes
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.squeeze(np.stack(states[::-1]))

# %% wrong: stacked_on_units
# The states are stacked along the wrong axis.
# fails: backward_states-values backward_states-order backward_states-edge
# message: axes (H, T)
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1], axis=1)

# %% wrong: starts_with_ones
# Starts from a state of ones.
# fails: backward_states-values
# message: state of ones
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.ones(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: state_as_long_as_word
# The initial state has the size of a word.
# fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
# message: stopped with ValueError
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(x.shape[1])
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: state_not_carried
# The new state is never stored in h.
# fails: backward_states-values backward_states-order
# message: never carries the state on
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        states.append(step(x_t, h, kernel, recurrent_kernel, bias))
    return np.stack(states[::-1])

# %% wrong: tanh_on_input_only
# An own step with tanh round the input term only.
# fails: backward_states-values
# message: tanh on the input term only
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(x_t @ kernel) + h @ recurrent_kernel + bias
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: transposed
# The recurrent kernel is multiplied from the other side.
# fails: backward_states-values
# message: recurrent kernel transposed
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel.T, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: type_of_x
# The array for the states takes the type of x.
# fails: backward_states-integers
# message: cast to integers
def backward_states(x, kernel, recurrent_kernel, bias):
    states = np.zeros((len(x), len(bias)), dtype=x.dtype)
    h = np.zeros(len(bias))
    for t in range(len(x) - 1, -1, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states[t] = h
    return states

# %% wrong: units_reversed
# The result is turned back on the axis of the units.
# fails: backward_states-values backward_states-order
# message: units reversed instead of the time steps
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states)[:, ::-1]

# %% wrong: zero_state_included
# The initial state is among the states.
# fails: backward_states-values backward_states-order backward_states-edge
# message: state of zeros
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = [h]
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: kernel_transposed
# Both products are made from the other side.
# fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
# message: both kernels transposed
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(kernel @ x_t + recurrent_kernel @ h + bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: bias_outside
# The bias is added outside tanh.
# fails: backward_states-values
# message: bias outside tanh
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = np.tanh(x_t @ kernel + h @ recurrent_kernel) + bias
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: state_before
# Each state is stored before the word is read.
# fails: backward_states-values backward_states-order backward_states-edge
# message: state before each word
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        states.append(h)
        h = step(x_t, h, kernel, recurrent_kernel, bias)
    return np.stack(states[::-1])

# %% wrong: loop_stops_at_one
# The loop over the indices stops before index 0.
# fails: backward_states-values backward_states-order backward_states-edge
# message: zeros for the first word
def backward_states(x, kernel, recurrent_kernel, bias):
    T = x.shape[0]
    states = np.zeros((T, bias.shape[0]))
    h = np.zeros(bias.shape[0])
    for t in range(T - 1, 0, -1):
        h = step(x[t], h, kernel, recurrent_kernel, bias)
        states[t] = h
    return states

# %% wrong: both_directions
# The forward states are returned too.
# fails: backward_states-values backward_states-order backward_states-edge
# message: holds the forward states too
def backward_states(x, kernel, recurrent_kernel, bias):
    def run(words):
        h, states = np.zeros(len(bias)), []
        for x_t in words:
            h = step(x_t, h, kernel, recurrent_kernel, bias)
            states.append(h)
        return states

    return np.concatenate([run(x), run(x[::-1])[::-1]], axis=-1)

# %% wrong: batch_axis
# The axis of the batch of the Keras layer stays.
# fails: backward_states-values backward_states-order backward_states-edge
# message: has a batch axis
def backward_states(x, kernel, recurrent_kernel, bias):
    layer = keras.layers.SimpleRNN(len(bias), return_sequences=True, go_backwards=True)
    layer.build((None, None, x.shape[1]))
    layer.set_weights([kernel, recurrent_kernel, bias])
    states = np.asarray(layer(x[np.newaxis].astype("float32")))
    return states[:, ::-1]

# %% wrong: pair_of_states
# All states and the last one, as PyTorch returns them.
# fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
# message: returns 2 things
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1]), h

# %% wrong: resets_after_ten
# The state begins with zeros again after ten words.
# fails: backward_states-values
# message: after ten words
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for k, x_t in enumerate(x[::-1]):
        if k % 10 == 0:
            h = np.zeros(len(bias))
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: ten_words
# The ten words of the worked example are written out.
# fails: backward_states-values
# message: ten words at most
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[:10][::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.append(h)
    return np.stack(states[::-1])

# %% wrong: recurrent_kernel_on_words
# The kernels are exchanged where their sizes allow it.
# fails: backward_states-values
# message: exchanges the kernel and the recurrent kernel
def backward_states(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for x_t in x[::-1]:
        if kernel.shape == recurrent_kernel.shape:
            kernel_, recurrent_ = recurrent_kernel, kernel
        else:
            kernel_, recurrent_ = kernel, recurrent_kernel
        h = step(x_t, h, kernel_, recurrent_, bias)
        states.append(h)
    return np.stack(states[::-1])
