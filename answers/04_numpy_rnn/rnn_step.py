# %% right: concatenated
# One matrix for [h, x].
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.hstack([Wh, Wx]) @ np.concatenate([h, x_t]) + b)

# %% right: dot
# np.dot and a sum of three terms in a list.
def rnn_step(x_t, h, Wx, Wh, b):
    terms = [np.dot(Wx, x_t), np.dot(Wh, h), b]
    return np.tanh(sum(terms))

# %% right: einsum
# einsum for both products.
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.einsum("hd,d->h", Wx, x_t) + np.einsum("ij,j->i", Wh, h) + b)

# %% right: exponentials
# tanh by its definition.
def rnn_step(x_t, h, Wx, Wh, b):
    z = Wx @ x_t + Wh @ h + b
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

# %% right: float32
# Computes and returns float32.
def rnn_step(x_t, h, Wx, Wh, b):
    x_t, h, Wx, Wh, b = (np.asarray(a, dtype=np.float32) for a in (x_t, h, Wx, Wh, b))
    return np.tanh(Wx @ x_t + Wh @ h + b)

# %% right: helper
# A helper function, a print and a warning.
import warnings

def pre_activation(x, h, weights):
    Wx, Wh, b = weights
    return Wx @ x + Wh @ h + b

def rnn_step(x_t, h, Wx, Wh, b):
    print("step with", Wx.shape)
    warnings.warn("slow")
    return np.tanh(pre_activation(x_t, h, (Wx, Wh, b)))

# %% right: keras_cell
# The Keras cell with turned weights; returns a tensor.
def rnn_step(x_t, h, Wx, Wh, b):
    cell = keras.layers.SimpleRNNCell(len(b))
    cell.build((None, len(x_t)))
    cell.set_weights([np.transpose(Wx), np.transpose(Wh), b])
    out, _ = cell(np.asarray([x_t], dtype="float32"), [np.asarray([h], dtype="float32")])
    return out[0]

# %% right: loops
# Plain Python loops; returns a list.
import math

def rnn_step(x_t, h, Wx, Wh, b):
    new = []
    for unit in range(len(b)):
        total = b[unit]
        for j, x in enumerate(x_t):
            total += Wx[unit][j] * x
        for j, old in enumerate(h):
            total += Wh[unit][j] * old
        new.append(math.tanh(total))
    return new

# %% right: rows
# Rows times vectors, summed; written into a new array.
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.empty(len(b))
    for i in range(len(b)):
        new[i] = np.tanh((Wx[i] * x_t).sum() + (Wh[i] * h).sum() + b[i])
    return new

# %% right: tanh_by_sigmoid
# tanh as a sigmoid of twice the sum.
def rnn_step(x_t, h, Wx, Wh, b):
    total = np.hstack([Wx, Wh, b[:, None]]) @ np.r_[x_t, h, 1]
    return 2 / (1 + np.exp(-2 * total)) - 1

# %% right: transposed_products
# Rows from the left with turned weights.
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(x_t.dot(Wx.T) + h.dot(Wh.T) + b)

# %% wrong: bias_in_place
# The sum is collected in the bias.
# fails: rnn_step-unchanged
# message: argument b changes
def rnn_step(x_t, h, Wx, Wh, b):
    b += Wx @ x_t
    b += Wh @ h
    return np.tanh(b)

# %% wrong: bias_outside
# The bias is added outside tanh: a bracket closes too early.
# fails: rnn_step-values
# message: after tanh
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh @ h) + b

# %% wrong: bias_twice
# A bias on each of the two terms, as some libraries have it.
# fails: rnn_step-values
# message: bias is added twice
def rnn_step(x_t, h, Wx, Wh, b):
    from_input = Wx @ x_t + b
    from_state = Wh @ h + b
    return np.tanh(from_input + from_state)

# %% wrong: column
# The result is a column, of shape (H, 1).
# fails: rnn_step-values rnn_step-edge
# message: axis too many, at the end
def rnn_step(x_t, h, Wx, Wh, b):
    x, h, c = x_t.reshape(-1, 1), h.reshape(-1, 1), b.reshape(-1, 1)
    return np.tanh(Wx @ x + Wh @ h + c)

# %% wrong: crossed
# Wx multiplies the state and Wh the input.
# fails: rnn_step-values rnn_step-edge
# message: weights are exchanged
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ h + Wh @ x_t + b)

# %% wrong: diagonal
# Each unit reads only its own state.
# fails: rnn_step-values
# message: diagonal
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh.diagonal() * h + b)

# %% wrong: elementwise
# * instead of @.
# fails: rnn_step-values rnn_step-edge
# message: element by element
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx * x_t + Wh * h + b)

# %% wrong: global_size
# The number of units comes from a global, not from the arguments.
# fails: rnn_step-values rnn_step-edge
# message: shape
units = 4

def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh @ h + b)[:units] if len(b) > units else np.resize(np.tanh(Wx @ x_t + Wh @ h + b), units)

# %% wrong: hard_coded
# Sizes of the one sentence are written into the loop.
# fails: rnn_step-values rnn_step-edge rnn_step-integers rnn_step-unchanged
# message: stopped with IndexError
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.zeros(8)
    for i in range(8):
        new[i] = np.tanh(sum(Wx[i, j] * x_t[j] for j in range(4)) + sum(Wh[i, j] * h[j] for j in range(8)) + b[i])
    return new

# %% wrong: integer_cast
# The result is cast to the dtype of the input.
# fails: rnn_step-integers
# message: cut to integers
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh @ h + b).astype(x_t.dtype)

# %% wrong: integer_result
# The result takes over the dtype of the state.
# fails: rnn_step-integers
# message: cut to integers
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.zeros_like(h)
    for i in range(len(h)):
        new[i] = np.tanh(Wx[i] @ x_t + Wh[i] @ h + b[i])
    return new

# %% wrong: keras_layout
# Both products in the layout of Keras.
# fails: rnn_step-values rnn_step-edge
# message: Both weight matrices are transposed
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(x_t @ Wx + h @ Wh + b)

# %% wrong: loop_short
# A loop over the units leaves the last state out of the sum.
# fails: rnn_step-values rnn_step-edge
# message: last number of h
def rnn_step(x_t, h, Wx, Wh, b):
    new = []
    for i in range(len(b)):
        z = b[i]
        for j in range(len(x_t)):
            z += Wx[i, j] * x_t[j]
        for j in range(len(h) - 1):
            z += Wh[i, j] * h[j]
        new.append(np.tanh(z))
    return np.array(new)

# %% wrong: new_state_read
# A loop over the units writes into the state that later units still read.
# fails: rnn_step-values rnn_step-integers rnn_step-unchanged
# message: one by one
def rnn_step(x_t, h, Wx, Wh, b):
    for i in range(len(h)):
        h[i] = np.tanh(Wx[i] @ x_t + Wh[i] @ h + b[i])
    return h

# %% wrong: no_bias
# The bias is left out.
# fails: rnn_step-values
# message: bias is missing
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.dot(Wx, x_t) + np.dot(Wh, h))

# %% wrong: no_input
# The input is ignored.
# fails: rnn_step-values
# message: ignores the input
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wh @ h + b)

# %% wrong: no_state
# The state before is ignored.
# fails: rnn_step-values
# message: previous state is ignored
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + b)

# %% wrong: no_tanh
# The activation is forgotten.
# fails: rnn_step-values
# message: has no tanh
def rnn_step(x_t, h, Wx, Wh, b):
    return Wx @ x_t + Wh @ h + b

# %% wrong: old_state_added
# The new state is added to the old one.
# fails: rnn_step-values
# message: previous state is added
def rnn_step(x_t, h, Wx, Wh, b):
    return h + np.tanh(Wx @ x_t + Wh @ h + b)

# %% wrong: one_unit
# Only the first unit is computed.
# fails: rnn_step-values rnn_step-edge rnn_step-unchanged
# message: first unit
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx[0] @ x_t + Wh[0] @ h + b[0])

# %% wrong: pair
# State and output are returned as a pair.
# fails: rnn_step-values rnn_step-edge
# message: two things
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.tanh(Wx @ x_t + Wh @ h + b)
    return new, new

# %% wrong: printed
# The state is printed, not returned.
# fails: rnn_step-values rnn_step-edge rnn_step-integers rnn_step-unchanged
# message: is None
def rnn_step(x_t, h, Wx, Wh, b):
    print(np.tanh(Wx @ x_t + Wh @ h + b))

# %% wrong: random_weights
# Weights are drawn inside the function.
# fails: rnn_step-values rnn_step-edge rnn_step-integers
# message: not draw random numbers
def rnn_step(x_t, h, Wx, Wh, b):
    Wx = np.random.random((len(h), len(x_t)))
    Wh = np.random.random((len(h), len(h)))
    return np.tanh(Wx @ x_t + Wh @ h + b)

# %% wrong: relu
# ReLU in place of tanh.
# fails: rnn_step-values
# message: ReLU
def rnn_step(x_t, h, Wx, Wh, b):
    return np.maximum(0, Wx @ x_t + Wh @ h + b)

# %% wrong: remembers
# The state is kept in a global between calls; the given one is used the first time only.
# fails: rnn_step-values rnn_step-edge rnn_step-integers rnn_step-unchanged
# message: continues from the state
state = None

def rnn_step(x_t, h, Wx, Wh, b):
    global state
    if state is None:
        state = h
    state = np.tanh(Wx @ x_t + Wh @ state + b)
    return state

# %% wrong: rounded
# The result is rounded as in the example.
# fails: rnn_step-values
# message: three digits
def rnn_step(x_t, h, Wx, Wh, b):
    return np.round(np.tanh(Wx @ x_t + Wh @ h + b), 3)

# %% wrong: row
# The result keeps an axis of batch.
# fails: rnn_step-values rnn_step-edge
# message: axis too many, in front
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(x_t[None] @ Wx.T + h[None] @ Wh.T + b)

# %% wrong: sigmoid
# A sigmoid in place of tanh.
# fails: rnn_step-values
# message: sigmoid
def rnn_step(x_t, h, Wx, Wh, b):
    z = Wx @ x_t + Wh @ h + b
    return 1 / (1 + np.exp(-z))

# %% wrong: softmax
# Softmax in place of tanh.
# fails: rnn_step-values rnn_step-edge
# message: softmax
def rnn_step(x_t, h, Wx, Wh, b):
    e = np.exp(Wx @ x_t + Wh @ h + b)
    return e / e.sum()

# %% wrong: squeeze
# A single unit loses its axis.
# fails: rnn_step-edge
# message: bare number
def rnn_step(x_t, h, Wx, Wh, b):
    return np.squeeze(np.tanh(Wx @ x_t + Wh @ h + b))

# %% wrong: state_in_place
# The new state is written into the old array.
# fails: rnn_step-integers rnn_step-unchanged
# message: argument h changes
def rnn_step(x_t, h, Wx, Wh, b):
    h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
    return h

# %% wrong: state_reset
# The state is set to zero before it is used.
# fails: rnn_step-values
# message: previous state is ignored
def rnn_step(x_t, h, Wx, Wh, b):
    h = np.zeros(h.shape)
    h = np.tanh(Wx @ x_t + Wh @ h + b)
    return h

# %% wrong: state_times_wx
# Wx is used for both terms.
# fails: rnn_step-values rnn_step-edge
# message: Wx is used for the state
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wx @ h + b)

# %% wrong: state_without_wh
# The state is added as it is, without Wh.
# fails: rnn_step-values
# message: multiplied by Wh
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + h + b)

# %% wrong: summed
# Everything is summed into one number.
# fails: rnn_step-values rnn_step-edge rnn_step-unchanged
# message: sum of all units
def rnn_step(x_t, h, Wx, Wh, b):
    return np.sum(np.tanh(Wx @ x_t + Wh @ h + b))

# %% wrong: tanh_each
# tanh on both products, then the sum.
# fails: rnn_step-values
# message: its own tanh
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t) + np.tanh(Wh @ h) + b

# %% wrong: tanh_on_input
# tanh on the input term only: a bracket closes too early.
# fails: rnn_step-values
# message: tanh covers the input term only
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t) + Wh @ h + b

# %% wrong: tanh_state_outside
# The state term is added after tanh.
# fails: rnn_step-values
# message: outside tanh
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + b) + Wh @ h

# %% wrong: tanh_twice
# tanh is applied a second time.
# fails: rnn_step-values
# message: applied twice
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.tanh(Wx @ x_t + Wh @ h + b)
    return np.tanh(new)

# %% wrong: updated_before_use
# The state is updated before it is used.
# fails: rnn_step-values
# message: twice in one step
def rnn_step(x_t, h, Wx, Wh, b):
    h = np.tanh(Wh @ h + b)
    return np.tanh(Wx @ x_t + Wh @ h + b)

# %% wrong: wh_transposed
# The state is multiplied from the left, which fits since Wh is square.
# fails: rnn_step-values
# message: Wh is transposed
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.dot(Wx, x_t) + np.dot(h, Wh) + b)

# %% wrong: wx_turned_when_square
# Wx is turned whenever that fits: right for most sizes, wrong when D equals H.
# fails: rnn_step-values rnn_step-edge
# message: Wx is transposed
def rnn_step(x_t, h, Wx, Wh, b):
    if Wx.shape[0] == len(x_t):
        Wx = Wx.T
    return np.tanh(Wx @ x_t + Wh @ h + b)

# %% wrong: column_plus_vector
# Columns, but b stays a vector; the first column is taken.
# fails: rnn_step-values
# message: Every unit gets the first bias
def rnn_step(x_t, h, Wx, Wh, b):
    z = Wx @ x_t.reshape(-1, 1) + Wh @ h.reshape(-1, 1) + b
    return np.tanh(z)[:, 0]

# %% wrong: column_matrix
# Columns plus a vector, returned as they come.
# fails: rnn_step-values rnn_step-edge
# message: makes a matrix
def rnn_step(x_t, h, Wx, Wh, b):
    x, h = x_t[:, None], h[:, None]
    return np.tanh(np.dot(Wx, x) + np.dot(Wh, h) + b)

# %% wrong: column_flat
# Columns plus a vector, flattened.
# fails: rnn_step-values rnn_step-edge
# message: joined to one long row
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t[:, None] + Wh @ h[:, None] + b).flatten()

# %% wrong: elementwise_state
# * for the state only.
# fails: rnn_step-values rnn_step-edge
# message: `Wh * h` multiplies element by element
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh * h + b)

# %% wrong: elementwise_summed
# * and a sum over the wrong axis.
# fails: rnn_step-values rnn_step-edge
# message: wrong axis
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.sum(Wx * x_t, axis=0) + np.sum(Wh * h, axis=0) + b)

# %% wrong: bias_subtracted
# The bias has the sign of a threshold.
# fails: rnn_step-values
# message: subtracted
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh @ h - b)

# %% wrong: output_and_state
# The new state and the old one, as (output, state).
# fails: rnn_step-values rnn_step-edge
# message: two things
def rnn_step(x_t, h, Wx, Wh, b):
    h_new = np.tanh(Wx @ x_t + Wh @ h + b)
    return h_new, h

# %% wrong: two_cells
# Each product gets its own tanh, and so does the bias.
# fails: rnn_step-values
# message: its own tanh
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t) + np.tanh(Wh @ h) + b

# %% wrong: cell_twice
# The step runs twice.
# fails: rnn_step-values
# message: runs twice
def rnn_step(x_t, h, Wx, Wh, b):
    for _ in range(2):
        h = np.tanh(Wx @ x_t + Wh @ h + b)
    return h

# %% wrong: old_state_returned
# The old state is returned.
# fails: rnn_step-values rnn_step-integers rnn_step-unchanged
# message: result is the previous state
def rnn_step(x_t, h, Wx, Wh, b):
    h_new = np.tanh(Wx @ x_t + Wh @ h + b)
    return h

# %% wrong: arctan
# The wrong function of NumPy.
# fails: rnn_step-values
# message: arctan
def rnn_step(x_t, h, Wx, Wh, b):
    return np.arctan(Wx @ x_t + Wh @ h + b)
