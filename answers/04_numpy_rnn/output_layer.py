# %% right: columns_turned
# Columns first, turned at the end.
def output_layer(states, Wy, by):
    return (Wy @ states.T + by[:, None]).T

# %% right: einsum
# einsum.
def output_layer(states, Wy, by):
    return np.einsum("th,oh->to", states, Wy) + by

# %% right: float32
# float32.
def output_layer(states, Wy, by):
    return np.float32(states) @ np.float32(Wy).T + np.float32(by)

# %% right: inner
# np.inner.
def output_layer(states, Wy, by):
    return np.add(np.inner(states, Wy), by)

# %% right: keras_dense
# A Keras dense layer; returns a tensor.
def output_layer(states, Wy, by):
    dense = keras.layers.Dense(len(by))
    dense.build((None, Wy.shape[1]))
    dense.set_weights([Wy.T, by])
    return dense(np.asarray(states, "float32"))

# %% right: lists
# Lists and sums.
def output_layer(states, Wy, by):
    return [[sum(w * s for w, s in zip(row, h)) + c for row, c in zip(Wy, by)] for h in states]

# %% right: loop
# A loop over the steps, np.stack.
def output_layer(states, Wy, by):
    outputs = []
    for h in states:
        outputs.append(np.dot(Wy, h) + by)
    return np.stack(outputs)

# %% right: matvec
# One matrix and vector for each time step, by broadcasting.
def output_layer(states, Wy, by):
    return (Wy[np.newaxis] @ states[:, :, np.newaxis])[..., 0] + by

# %% right: ones_column
# The bias as one more weight.
def output_layer(states, Wy, by):
    W = np.column_stack([Wy, by])
    with_one = np.column_stack([states, np.ones(len(states))])
    return with_one.dot(W.T)

# %% wrong: aliasing
# One array is written again and again.
# fails: output_layer-values output_layer-edge
# message: same array many times
def output_layer(states, Wy, by):
    y, outputs = np.zeros(len(by)), []
    for h in states:
        y[:] = Wy @ h + by
        outputs.append(y)
    return np.array(outputs)

# %% wrong: bias_along_time
# The bias is made a column and added along time.
# fails: output_layer-values output_layer-edge
# message: bias is added along time
def output_layer(states, Wy, by):
    return states @ Wy.T + by.reshape(-1, 1)

# %% wrong: bias_in_place
# The bias is added in place, which whole numbers refuse.
# fails: output_layer-integers
# message: UFuncTypeError
def output_layer(states, Wy, by):
    outputs = states @ Wy.T
    outputs += by
    return outputs

# %% wrong: bias_twice
# The bias is added twice.
# fails: output_layer-values
# message: bias is added twice
def output_layer(states, Wy, by):
    return np.array([Wy @ h + by for h in states]) + by

# %% wrong: columns
# The result has a column for each time step.
# fails: output_layer-values output_layer-edge
# message: axes swapped
def output_layer(states, Wy, by):
    return Wy @ states.T + by[:, np.newaxis]

# %% wrong: columns_bias
# Wy @ states.T with the bias added along time.
# fails: output_layer-values output_layer-edge
# message: added along time
def output_layer(states, Wy, by):
    return Wy @ states.T + by

# %% wrong: elementwise
# * instead of @.
# fails: output_layer-values output_layer-edge
# message: element by element
def output_layer(states, Wy, by):
    return states * Wy + by

# %% wrong: first_bias_only
# The same number of the bias is added to all outputs.
# fails: output_layer-values
# message: first bias
def output_layer(states, Wy, by):
    return states @ Wy.T + by[0]

# %% wrong: flat
# The outputs are joined into one row.
# fails: output_layer-values output_layer-edge
# message: one long row
def output_layer(states, Wy, by):
    return np.concatenate([Wy @ h + by for h in states])

# %% wrong: integer_array
# The array of outputs takes over the dtype of the states.
# fails: output_layer-integers
# message: cut to integers
def output_layer(states, Wy, by):
    outputs = np.zeros((len(states), len(by)), dtype=states.dtype)
    for t, h in enumerate(states):
        outputs[t] = Wy @ h + by
    return outputs

# %% wrong: last_dropped
# The last time step is left out.
# fails: output_layer-values output_layer-edge
# message: last step is missing
def output_layer(states, Wy, by):
    return np.array([Wy @ states[t] + by for t in range(len(states) - 1)]).reshape(-1, len(by))

# %% wrong: last_only
# Only the last state is used.
# fails: output_layer-values output_layer-edge
# message: last state only
def output_layer(states, Wy, by):
    return Wy @ states[-1] + by

# %% wrong: no_bias
# The bias is left out.
# fails: output_layer-values
# message: bias is missing
def output_layer(states, Wy, by):
    return states @ Wy.T

# %% wrong: relu
# The output goes through ReLU.
# fails: output_layer-values
# message: ReLU
def output_layer(states, Wy, by):
    return np.maximum(states @ Wy.T + by, 0)

# %% wrong: return_in_loop
# The return stands inside the loop.
# fails: output_layer-values output_layer-edge
# message: inside the loop
def output_layer(states, Wy, by):
    outputs = []
    for h in states:
        outputs.append(Wy @ h + by)
        return np.array(outputs)

# %% wrong: reversed
# The steps come out in reversed order.
# fails: output_layer-values output_layer-edge
# message: reversed order
def output_layer(states, Wy, by):
    return np.array([Wy @ h + by for h in states[::-1]])

# %% wrong: running_sum
# Each output is added to the one before.
# fails: output_layer-values
# message: from step to step
def output_layer(states, Wy, by):
    y, outputs = 0, []
    for h in states:
        y = y + Wy @ h + by
        outputs.append(y)
    return np.array(outputs)

# %% wrong: sigmoid
# The output goes through a sigmoid.
# fails: output_layer-values
# message: sigmoid
def output_layer(states, Wy, by):
    return 1 / (1 + np.exp(-(states @ Wy.T + by)))

# %% wrong: softmax
# The output goes through softmax.
# fails: output_layer-values output_layer-edge
# message: softmax
def output_layer(states, Wy, by):
    z = np.exp(states @ Wy.T + by)
    return z / z.sum(axis=1, keepdims=True)

# %% wrong: squeezed
# Axes of size 1 are lost.
# fails: output_layer-edge
# message: has no time axis
def output_layer(states, Wy, by):
    return np.squeeze(states @ Wy.T + by)

# %% wrong: states_not_turned
# Wy @ states: fits only when T equals H.
# fails: output_layer-values output_layer-edge
# message: states are not transposed
def output_layer(states, Wy, by):
    return Wy @ states + by

# %% wrong: summed
# The outputs are summed over time.
# fails: output_layer-values output_layer-edge
# message: summed over time
def output_layer(states, Wy, by):
    total = 0
    for h in states:
        total = total + Wy @ h + by
    return total

# %% wrong: tanh
# The output goes through tanh.
# fails: output_layer-values
# message: tanh
def output_layer(states, Wy, by):
    return np.tanh(states @ Wy.T + by)

# %% wrong: three_outputs
# Three outputs are written into the loop.
# fails: output_layer-values output_layer-edge
# message: stopped with IndexError
def output_layer(states, Wy, by):
    outputs = np.zeros((len(states), 3))
    for t in range(len(states)):
        for o in range(3):
            outputs[t, o] = Wy[o] @ states[t] + by[o]
    return outputs

# %% wrong: wy_reshaped
# Wy is brought into shape by reshape.
# fails: output_layer-values output_layer-edge
# message: not transposed
def output_layer(states, Wy, by):
    return states @ Wy.reshape(Wy.shape[1], Wy.shape[0]) + by

# %% wrong: wy_untransposed
# Wy is not turned: fits only when it is square.
# fails: output_layer-values output_layer-edge
# message: Wy is not transposed
def output_layer(states, Wy, by):
    return states @ Wy + by

# %% wrong: bias_subtracted
# A threshold in place of a bias.
# fails: output_layer-values
# message: subtracted
def output_layer(states, Wy, by):
    return states @ Wy.T - by

# %% wrong: mean_over_time
# One output for the sentence: the mean.
# fails: output_layer-values output_layer-edge
# message: averaged over time
def output_layer(states, Wy, by):
    return (states @ Wy.T + by).mean(axis=0)

# %% wrong: softmax_all
# Softmax without an axis.
# fails: output_layer-values output_layer-edge
# message: Softmax over all numbers
def output_layer(states, Wy, by):
    z = states @ Wy.T + by
    e = np.exp(z - np.max(z))
    return e / e.sum()

# %% wrong: outputs_and_last
# All outputs and the last one.
# fails: output_layer-values output_layer-edge output_layer-integers
# message: 2 things
def output_layer(states, Wy, by):
    outputs = states @ Wy.T + by
    return outputs, outputs[-1]

# %% wrong: rounded
# Rounded to two digits.
# fails: output_layer-values
# message: rounded
def output_layer(states, Wy, by):
    return np.round(states @ Wy.T + by, 2)

# %% wrong: columns_each
# Each output is a column.
# fails: output_layer-values output_layer-edge
# message: axis too many, at the end
def output_layer(states, Wy, by):
    return np.array([Wy @ h.reshape(-1, 1) + by.reshape(-1, 1) for h in states])
