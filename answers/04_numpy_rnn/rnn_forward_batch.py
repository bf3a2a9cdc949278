# %% right: by_sentence
# Sentence by sentence, in nested loops; returns lists.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    out = []
    for sentence, start in zip(x, h0):
        h, rows = start, []
        for word in sentence:
            h = np.tanh(kernel.T @ word + recurrent_kernel.T @ h + bias)
            rows.append(list(h))
        out.append(rows)
    return out

# %% right: cell
# The Keras cell, called step by step.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    cell = keras.layers.SimpleRNNCell(len(bias), dtype="float64")
    cell.build((None, x.shape[2]))
    cell.set_weights([kernel, recurrent_kernel, bias])
    h, states = h0.astype(float), []
    for t in range(x.shape[1]):
        h, _ = cell(x[:, t].astype(float), [h])
        states.append(h)
    return keras.ops.stack(states, axis=1)

# %% right: concatenated
# One matrix for [x, h].
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    W = np.vstack([kernel, recurrent_kernel])
    h, states = h0, []
    for t in range(x.shape[1]):
        h = np.tanh(np.hstack([x[:, t], h]) @ W + bias)
        states.append(h)
    return np.dstack(states).swapaxes(1, 2)

# %% right: einsum
# einsum, all input terms ahead.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    ahead = np.einsum("btd,dh->bth", x, kernel) + bias
    states = []
    for t in range(ahead.shape[1]):
        before = states[-1] if t else h0
        states.append(np.tanh(ahead[:, t] + np.einsum("bi,ij->bj", before, recurrent_kernel)))
    return np.stack(states, axis=1)

# %% right: float32
# float32 throughout.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    x, kernel, recurrent_kernel, bias, h = (np.asarray(a, dtype="float32") for a in (x, kernel, recurrent_kernel, bias, h0))
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h[:, np.newaxis])
    return np.concatenate(states, axis=1)

# %% right: keras_layer
# The Keras layer; returns a tensor.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    layer = keras.layers.SimpleRNN(len(bias), return_sequences=True)
    layer.build(x.shape)
    layer.set_weights([kernel, recurrent_kernel, bias])
    return layer(np.asarray(x, "float32"), initial_state=np.asarray(h0, "float32"))

# %% right: preallocated
# A preallocated array.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    B, T, _ = x.shape
    states = np.empty((B, T, bias.shape[0]))
    h = h0
    for t in range(T):
        states[:, t, :] = np.tanh(x[:, t, :] @ kernel + h @ recurrent_kernel + bias)
        h = states[:, t, :]
    return states

# %% right: recursion
# The first step, and the rest by recursion.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = np.tanh(x[:, 0] @ kernel + h0 @ recurrent_kernel + bias)
    if x.shape[1] == 1:
        return h[:, None]
    rest = rnn_forward_batch(x[:, 1:], kernel, recurrent_kernel, bias, h)
    return np.concatenate([h[:, None], rest], axis=1)

# %% right: stack
# np.dot and np.stack.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(np.dot(x[:, t, :], kernel) + np.dot(h, recurrent_kernel) + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% right: swapaxes
# Time first, and back at the end.
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h, states = h0, []
    for x_t in x.swapaxes(0, 1):
        h = np.tanh(x_t @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.array(states).transpose(1, 0, 2)

# %% wrong: aliasing
# One array is written again and again.
# fails: rnn_forward_batch-values rnn_forward_batch-edge
# message: same array many times
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0.astype(float)
    states = []
    for t in range(x.shape[1]):
        h[:] = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: axis0
# The states are stacked on axis 0: (T, B, H).
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: Batch and time are swapped
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states)

# %% wrong: axis2
# The states are stacked on the last axis: (B, H, T).
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: time axis is the last axis
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=-1)

# %% wrong: bias_twice
# A bias for each of the two terms.
# fails: rnn_forward_batch-values
# message: bias is added twice
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh((x[:, t] @ kernel + bias) + (h @ recurrent_kernel + bias))
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: crossed
# The kernels are crossed.
# fails: rnn_forward_batch-values rnn_forward_batch-edge
# message: kernels are exchanged
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ recurrent_kernel + h @ kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: features_as_steps
# The loop runs over the features.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: features as time steps
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[2]):
        h = np.tanh(x[:, :, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: first_dropped
# The loop starts at t = 1.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: first word is not read
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(1, x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.array(states).swapaxes(0, 1) if states else np.zeros((len(x), 0, len(bias)))

# %% wrong: first_sentence
# Only the first sentence is computed.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: first sentence only
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0[0]
    states = []
    for word in x[0]:
        h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states)

# %% wrong: global_list
# The list of states stands outside the function.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers rnn_forward_batch-unchanged
# message: earlier call
states = []

def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: h0_first_row
# All sentences start from the first row of h0.
# fails: rnn_forward_batch-state
# message: first row of h0
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0[0]
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: h0_ignored
# The initial states are always zero.
# fails: rnn_forward_batch-state
# message: h0 is ignored
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = np.zeros((x.shape[0], bias.shape[0]))
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: h0_last_row
# Sentence by sentence, with one initial state left over for all.
# fails: rnn_forward_batch-state
# message: last row of h0
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    for start in h0:
        h_start = start
    out = []
    for sentence in x:
        h, rows = h_start, []
        for word in sentence:
            h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
            rows.append(h)
        out.append(rows)
    return np.array(out)

# %% wrong: h0_mean
# All sentences start from the mean of h0.
# fails: rnn_forward_batch-state
# message: mean of h0
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0.mean(axis=0)
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: h0_ones
# The initial states are ones.
# fails: rnn_forward_batch-values rnn_forward_batch-state
# message: are ones
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = np.ones(h0.shape)
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: h0_overwritten
# The states are computed in the array of h0.
# fails: rnn_forward_batch-integers rnn_forward_batch-unchanged
# message: argument h0 changes
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h[:] = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h.copy())
    return np.stack(states, axis=1)

# %% wrong: h0_reversed
# Sentences and initial states are matched from the wrong end.
# fails: rnn_forward_batch-state
# message: rows of h0 are in reversed order
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    out = []
    for i in range(len(x)):
        h, rows = h0[-1 - i], []
        for word in x[i]:
            h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
            rows.append(h)
        out.append(rows)
    return np.array(out)

# %% wrong: h0_some_zeros
# An h0 with a zero in it counts as none, for all sentences.
# fails: rnn_forward_batch-state
# message: contains a zero
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0 if np.all(h0) else np.zeros_like(h0)
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: hard_coded
# Ten steps are written into the loop.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers rnn_forward_batch-unchanged
# message: IndexError
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(10):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: initial_included
# The states begin with h0.
# fails: rnn_forward_batch-values rnn_forward_batch-edge
# message: begins with the initial states
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack([h0] + states, axis=1)

# %% wrong: integer_array
# The array of states takes over the dtype of x.
# fails: rnn_forward_batch-integers
# message: cut to integers
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    states = np.zeros((x.shape[0], x.shape[1], len(bias)), dtype=x.dtype)
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states[:, t] = h
    return states

# %% wrong: integer_h0
# A buffer with the dtype of h0.
# fails: rnn_forward_batch-integers
# message: cut to integers
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = np.empty_like(h0)
    h[:] = h0
    states = []
    for t in range(x.shape[1]):
        h[:] = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h.copy())
    return np.stack(states, axis=1)

# %% wrong: joined
# The states are joined on the axis of units.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: side by side
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.concatenate(states, axis=1)

# %% wrong: joined_rows
# The states are joined on the axis of the batch.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: side by side
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.concatenate(states, axis=0)

# %% wrong: last_dropped
# The loop ends one step early.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: last step is missing
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1] - 1):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.array(states).swapaxes(0, 1) if states else np.zeros((len(x), 0, len(bias)))

# %% wrong: last_only
# Only the last states are returned.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: last states only
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return h

# %% wrong: leak
# Sentence by sentence, and the state of one goes on into the next.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: on to the next
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0[0]
    out = []
    for sentence in x:
        rows = []
        for word in sentence:
            h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
            rows.append(h)
        out.append(rows)
    return np.array(out)

# %% wrong: loop_from_one
# The loop begins with the second word, and step 0 is the initial state.
# fails: rnn_forward_batch-values rnn_forward_batch-state
# message: begins with the second word
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    states = np.zeros((x.shape[0], x.shape[1], len(bias)))
    states[:, 0] = h0
    for t in range(1, x.shape[1]):
        states[:, t] = np.tanh(x[:, t] @ kernel + states[:, t - 1] @ recurrent_kernel + bias)
    return states

# %% wrong: mixed_sentences
# The states are averaged over the batch at each step.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: sentences are mixed
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h.mean(axis=0) @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: never_updated
# The new state is never passed on.
# fails: rnn_forward_batch-values rnn_forward_batch-state
# message: never updated
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    states = []
    for t in range(x.shape[1]):
        new = np.tanh(x[:, t] @ kernel + h0 @ recurrent_kernel + bias)
        states.append(new)
    return np.stack(states, axis=1)

# %% wrong: no_bias
# The bias is left out.
# fails: rnn_forward_batch-values
# message: bias is missing
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: no_tanh
# The activation is forgotten.
# fails: rnn_forward_batch-values
# message: no tanh
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = x[:, t] @ kernel + h @ recurrent_kernel + bias
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: notes_layout
# Both kernels are turned, as in the notes.
# fails: rnn_forward_batch-values rnn_forward_batch-edge
# message: Both kernels are transposed
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel.T + h @ recurrent_kernel.T + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: nothing_returned
# Nothing is returned.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers rnn_forward_batch-unchanged
# message: is None
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)

# %% wrong: one_late
# The state is appended before it is updated.
# fails: rnn_forward_batch-values rnn_forward_batch-state
# message: one step late
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        states.append(h)
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
    return np.stack(states, axis=1)

# %% wrong: over_batch
# The loop runs over the batch, as over one sentence.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: over the sentences
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for x_t in x:
        h = np.tanh(x_t @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states)

# %% wrong: over_batch_axis1
# The loop runs over the batch and the states are stacked on axis 1.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: along time
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for x_t in x:
        h = np.tanh(np.dot(x_t, kernel) + np.dot(h, recurrent_kernel) + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: recurrent_transposed
# The recurrent kernel is turned, as in the notes.
# fails: rnn_forward_batch-values
# message: recurrent kernel is transposed
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel.T + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: relu
# ReLU in place of tanh.
# fails: rnn_forward_batch-values
# message: ReLU
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.maximum(0, x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: reshaped
# (T, B, H) is brought into shape by reshape.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: Batch and time are swapped
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.array(states).reshape(x.shape[0], x.shape[1], len(bias))

# %% wrong: return_in_loop
# The return stands inside the loop.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: inside the loop
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
        return np.stack(states, axis=1)

# %% wrong: returns_x
# The input is handed back.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers rnn_forward_batch-unchanged
# message: result is x
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    return x

# %% wrong: reversed_input
# The sentences are read from their end.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: from their end
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in reversed(range(x.shape[1])):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: reversed_output
# Each state is put in front of the list.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: reversed order
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.insert(0, h)
    return np.stack(states, axis=1)

# %% wrong: sigmoid
# A sigmoid in place of tanh.
# fails: rnn_forward_batch-values
# message: sigmoid
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = 1 / (1 + np.exp(-(x[:, t] @ kernel + h @ recurrent_kernel + bias)))
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: squeezed
# Axes of size 1 are lost.
# fails: rnn_forward_batch-edge
# message: is missing an axis
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1).squeeze()

# %% wrong: states_and_last
# States and last states are returned as a pair.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers
# message: 2 things
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1), h

# %% wrong: steps_by_batch
# The loop runs over range(len(x)).
# fails: rnn_forward_batch-values rnn_forward_batch-edge
# message: stops after B steps
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(min(len(x), x.shape[1])):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: tanh_on_input
# tanh on the input term only.
# fails: rnn_forward_batch-values
# message: input term only
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel) + h @ recurrent_kernel + bias
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: twice_a_step
# The state is updated twice in each step.
# fails: rnn_forward_batch-values
# message: twice in each step
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: x_cleared
# The input is cleared once it was read.
# fails: rnn_forward_batch-unchanged
# message: argument x changes
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return (np.stack(states, axis=1), x.fill(0))[0]

# %% wrong: zero_word_masked
# A word of zeros is taken for padding and leaves its sentence's state as it is.
# fails: rnn_forward_batch-values
# message: word of zeros is skipped
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h, states = h0, []
    for t in range(x.shape[1]):
        new = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        h = np.where(np.any(x[:, t], axis=1, keepdims=True), new, h)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: bias_outside
# The bias is added outside tanh.
# fails: rnn_forward_batch-values
# message: added after tanh
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel) + bias
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: bias_column
# The bias is made a column, one number for each sentence.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: Each sentence gets its own bias
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias[:, None])
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: kernel_transposed
# The kernel alone is transposed.
# fails: rnn_forward_batch-values rnn_forward_batch-edge
# message: The kernel is transposed
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel.T + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: elementwise_state
# * for the states.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: multiplies element by element
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h * recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: no_recurrent_kernel
# The state is added as it is.
# fails: rnn_forward_batch-values
# message: multiplied by the recurrent kernel
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: tanh_each
# tanh on both products.
# fails: rnn_forward_batch-values
# message: its own tanh
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel) + np.tanh(h @ recurrent_kernel) + bias
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: no_recurrent_term
# The state is left out.
# fails: rnn_forward_batch-values rnn_forward_batch-state
# message: never updated, or not used
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: mean_over_time
# The mean of the states is returned.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
# message: mean of the states
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.mean(np.stack(states, axis=1), axis=1)

# %% wrong: h0_added_at_end
# h0 is added to the finished states.
# fails: rnn_forward_batch-state
# message: added at the end
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = np.zeros_like(h0, dtype=float)
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1) + h0[:, np.newaxis]

# %% wrong: output_and_last
# Output and last states, as PyTorch returns them.
# fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers
# message: 2 things
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    output = np.array(states).transpose(1, 0, 2)
    return output, h

# %% wrong: summed_states
# The new state is added to the old one.
# fails: rnn_forward_batch-values
# message: added to the new state
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = h + np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: last_step_zero
# The last step is left zero.
# fails: rnn_forward_batch-values rnn_forward_batch-edge
# message: last step is zero
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    B, T, D = x.shape
    states = np.zeros((B, T, len(bias)))
    h = h0
    for t in range(T - 1):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states[:, t] = h
    return states
