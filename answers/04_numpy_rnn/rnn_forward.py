# %% right: accumulate
# itertools.accumulate.
from itertools import accumulate

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    start = np.zeros(len(b)) if h0 is None else h0
    run = accumulate(inputs, lambda h, x: np.tanh(Wx @ x + Wh @ h + b), initial=start)
    return np.array(list(run)[1:])

# %% right: concatenated
# One matrix for [h, x].
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    W = np.concatenate([Wh, Wx], axis=1)
    h = h0 if h0 is not None else np.zeros(W.shape[0])
    rows = []
    for x_t in inputs:
        h = np.tanh(W @ np.concatenate([h, x_t]) + b)
        rows.append(h[np.newaxis])
    return np.concatenate(rows, axis=0)

# %% right: float32
# float32 throughout.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    inputs, Wx, Wh, b = (a.astype("float32") for a in (inputs, Wx, Wh, b))
    h = np.zeros(len(b), "float32") if h0 is None else h0.astype("float32")
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.array(states)

# %% right: input_first
# All input terms in one product, then the loop; returns a list of arrays.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    ahead = inputs @ Wx.T + b
    states = []
    for t in range(len(ahead)):
        before = states[-1] if states else (0 if h0 is None else Wh @ np.zeros(len(b)) + h0)
        recurrent = Wh @ before if np.ndim(before) else 0
        states.append(np.tanh(ahead[t] + recurrent))
    return states

# %% right: keras_layer
# The Keras layer with turned weights; returns a tensor.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    H, D = Wx.shape
    layer = keras.layers.SimpleRNN(H, return_sequences=True)
    layer.build((None, len(inputs), D))
    layer.set_weights([Wx.T, Wh.T, b])
    h0 = np.zeros(H) if h0 is None else h0
    x = np.asarray(inputs, "float32")[None]
    return layer(x, initial_state=np.asarray(h0, "float32")[None])[0]

# %% right: loops
# Plain loops over units; a list of lists.
import math

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    units = range(len(b))
    h = [0.0 for _ in units] if h0 is None else [float(v) for v in h0]
    states = []
    for x_t in inputs:
        h = [math.tanh(sum(w * x for w, x in zip(Wx[i], x_t)) + sum(w * s for w, s in zip(Wh[i], h)) + b[i]) for i in units]
        states.append(h)
    return states

# %% right: notes
# The loop of the notes, a list of lists.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    total_hidden_states = []
    hidden_state_t = h0
    if h0 is None:
        hidden_state_t = np.zeros((Wh.shape[0],))
    for input_t in inputs:
        output_t = np.tanh(np.dot(Wx, input_t) + np.dot(Wh, hidden_state_t) + b)
        total_hidden_states.append(list(output_t))
        print(np.shape(total_hidden_states))
        hidden_state_t = output_t
    return np.stack(total_hidden_states, axis=0)

# %% right: preallocated
# A preallocated array; the state is its row above.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    T, H = inputs.shape[0], Wx.shape[0]
    states = np.zeros((T + 1, H))
    if h0 is not None:
        states[0] = h0
    for t in range(T):
        states[t + 1] = np.tanh(Wx @ inputs[t] + Wh @ states[t] + b)
    return states[1:]

# %% right: recursion
# Recursion on the sentence without its last word.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    if len(inputs) == 0:
        return np.empty((0, len(b)))
    before = rnn_forward(inputs[:-1], Wx, Wh, b, h0)
    if len(before):
        h = before[-1]
    else:
        h = np.zeros(len(b)) if h0 is None else h0
    return np.vstack([before, np.tanh(Wx @ inputs[-1] + Wh @ h + b)])

# %% right: reduce
# functools.reduce over the words.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    from functools import reduce

    def longer(states, x_t):
        return [*states, np.tanh(Wx @ x_t + Wh @ states[-1] + b)]

    return np.stack(reduce(longer, inputs, [np.zeros(len(b)) if h0 is None else np.asarray(h0, dtype=float)])[1:])

# %% right: step_helper
# A helper for the step, einsum, states written by index.
def one_step(x, h, Wx, Wh, b):
    return np.tanh(np.einsum("ij,j->i", Wx, x) + np.einsum("ij,j->i", Wh, h) + b)

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = np.empty((len(inputs), len(b)))
    h = np.zeros_like(b) if h0 is None else np.array(h0, dtype=float)
    for t, x_t in enumerate(inputs):
        states[t] = h = one_step(x_t, h, Wx, Wh, b)
    return states

# %% right: tf_scan
# TensorFlow's scan, and a tensor as result.
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    import tensorflow as tf

    def step(h, x_t):
        return tf.tanh(tf.linalg.matvec(Wx, x_t) + tf.linalg.matvec(Wh, h) + b)

    start = tf.zeros(len(b), tf.float64) if h0 is None else tf.cast(h0, tf.float64)
    return tf.scan(step, tf.cast(inputs, tf.float64), initializer=start)

# %% wrong: aliasing
# One array is written again and again, and the list holds it many times.
# fails: rnn_forward-values rnn_forward-edge
# message: same array many times
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0.astype(float)
    states = []
    for x_t in inputs:
        h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: bias_twice
# A bias for each of the two terms.
# fails: rnn_forward-values
# message: bias is added twice
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh((Wx @ x_t + b) + (Wh @ h + b))
        states.append(h)
    return np.array(states)

# %% wrong: columns
# The loop runs over the columns of the sentence.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: columns of inputs
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(inputs.shape[1]):
        h = np.tanh(Wx @ inputs[:, t] + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: crossed
# Wx multiplies the state and Wh the input.
# fails: rnn_forward-values rnn_forward-edge
# message: weights are exchanged
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wh @ x_t + Wx @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: eight_units
# The hidden size is a global number.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: stopped with ValueError
hidden_size = 8

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(hidden_size) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: first_word_dropped
# The loop starts at t = 1, as the formula does.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: first word is not read
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(1, len(inputs)):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states.append(h)
    return np.array(states)

# %% wrong: global_list
# The list of states stands outside the function and grows from call to call.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: earlier call
total_hidden_states = []

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        if total_hidden_states and len(total_hidden_states[0]) != len(h):
            total_hidden_states.clear()
        total_hidden_states.append(h)
    return np.stack(total_hidden_states)

# %% wrong: global_state
# The state stands outside the function, so the next call goes on from it.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: earlier call
hidden_state = None

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    global hidden_state
    if h0 is not None:
        hidden_state = h0
    if hidden_state is None or len(hidden_state) != len(b):
        hidden_state = np.zeros(len(b))
    states = []
    for x_t in inputs:
        hidden_state = np.tanh(Wx @ x_t + Wh @ hidden_state + b)
        states.append(hidden_state)
    return np.stack(states)

# %% wrong: h0_added_after
# h0 is added to the finished states.
# fails: rnn_forward-state
# message: added at the end
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    states = np.stack(states)
    return states if h0 is None else states + h0

# %% wrong: h0_each_step
# Every step reads h0.
# fails: rnn_forward-state
# message: Every step starts from h0
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ (h if h0 is None else h0) + b)
        states.append(h)
    return np.stack(states)

# %% wrong: h0_equals_none
# `h0 == None` compares element by element.
# fails: rnn_forward-state rnn_forward-unchanged
# message: truth value
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    if h0 == None:
        h = np.zeros(len(b))
    else:
        h = h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: h0_ignored
# The initial state is always zero.
# fails: rnn_forward-state
# message: h0 is ignored
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: h0_included
# A given initial state is returned as the first row.
# fails: rnn_forward-state
# message: Row 0 is h0
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = [] if h0 is None else [h0]
    h = np.zeros(len(b)) if h0 is None else h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: h0_or
# `h0 or zeros`: an array has no truth value.
# fails: rnn_forward-state rnn_forward-unchanged
# message: truth value
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = h0 or np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: h0_overwritten
# The states are computed in the array of h0, which the caller still holds.
# fails: rnn_forward-state rnn_forward-unchanged
# message: argument h0 changes
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h.copy())
    return np.stack(states)

# %% wrong: h0_required
# Without h0 the function stops.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: stopped with
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = []
    h = h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: h0_some_zeros
# An h0 with a zero in it counts as none.
# fails: rnn_forward-state
# message: contains a zero
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = h0 if h0 is not None and np.all(h0) else np.zeros(len(b))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.array(states)

# %% wrong: h0_without_wh
# The initial state is added as it is, not through Wh.
# fails: rnn_forward-state
# message: multiplied by Wh
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = []
    for x_t in inputs:
        if states:
            before = Wh @ states[-1]
        else:
            before = 0 if h0 is None else h0
        states.append(np.tanh(Wx @ x_t + before + b))
    return np.array(states)

# %% wrong: initial_included
# The list begins with the initial state.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: Row 0 is the initial state
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = [np.zeros(len(b)) if h0 is None else h0]
    for x_t in inputs:
        states.append(np.tanh(Wx @ x_t + Wh @ states[-1] + b))
    return np.stack(states)

# %% wrong: integer_array
# The array of states takes over the dtype of the inputs.
# fails: rnn_forward-integers
# message: cut to integers
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = np.zeros((len(inputs), len(b)), dtype=inputs.dtype)
    for t, x_t in enumerate(inputs):
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states[t] = h
    return states

# %% wrong: integer_h0
# A buffer with the dtype of h0.
# fails: rnn_forward-state
# message: data type of h0
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0.copy()
    states = []
    for x_t in inputs:
        h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h.copy())
    return np.stack(states)

# %% wrong: joined
# The states are joined end to end.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: one long row
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.concatenate(states)

# %% wrong: keras_layout
# Both products in the layout of Keras.
# fails: rnn_forward-values rnn_forward-edge
# message: Both weight matrices are transposed
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(x_t @ Wx + h @ Wh + b)
        states.append(h)
    return np.stack(states)

# %% wrong: last_only
# Only the last state is returned.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: last state only
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
    return h

# %% wrong: last_step_dropped
# The loop ends one step early.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: last step is missing
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(len(inputs) - 1):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states.append(h)
    return np.array(states)

# %% wrong: loop_from_one
# The loop begins with the second word, and row 0 stays as it was made.
# fails: rnn_forward-values rnn_forward-state
# message: begins with the second word
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = np.zeros((len(inputs), len(b)))
    if h0 is not None:
        states[0] = h0
    for t in range(1, len(inputs)):
        states[t] = np.tanh(Wx @ inputs[t] + Wh @ states[t - 1] + b)
    return states

# %% wrong: never_updated
# The new state is kept under another name and never passed on.
# fails: rnn_forward-values rnn_forward-state
# message: never updated
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    hidden_state_t = np.zeros(len(b)) if h0 is None else h0
    total = []
    for input_t in inputs:
        output_t = np.tanh(np.dot(Wx, input_t) + np.dot(Wh, hidden_state_t) + b)
        total.append(output_t)
    return np.stack(total, axis=0)

# %% wrong: no_bias
# The bias is left out.
# fails: rnn_forward-values
# message: bias is missing
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h)
        states.append(h)
    return np.array(states)

# %% wrong: no_tanh
# The activation is forgotten.
# fails: rnn_forward-values
# message: no tanh
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = Wx @ x_t + Wh @ h + b
        states.append(h)
    return np.array(states)

# %% wrong: nothing_returned
# The states are printed, not returned.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers rnn_forward-unchanged
# message: is None
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    print(np.stack(states))

# %% wrong: one_late
# The state is appended before it is updated.
# fails: rnn_forward-values rnn_forward-state
# message: one step late
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        states.append(h)
        h = np.tanh(Wx @ x_t + Wh @ h + b)
    return np.stack(states)

# %% wrong: one_row_times_t
# The list of rows is made by multiplying one list.
# fails: rnn_forward-values rnn_forward-edge
# message: same array many times
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = [[0.0] * len(b)] * len(inputs)
    for t in range(len(inputs)):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states[t][:] = list(h)
    return np.array(states)

# %% wrong: ones
# The initial state is of ones.
# fails: rnn_forward-values
# message: is ones
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.ones(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: random_start
# The initial state is drawn at random.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: not draw random numbers
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.random.random(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: random_weights
# The weights are drawn inside the function.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: not draw random numbers
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    Wx = np.random.uniform(-1, 1, (len(b), inputs.shape[1]))
    Wh = np.random.uniform(-1, 1, (len(b), len(b)))
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: relu
# ReLU in place of tanh.
# fails: rnn_forward-values
# message: ReLU
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.maximum(Wx @ x_t + Wh @ h + b, 0)
        states.append(h)
    return np.array(states)

# %% wrong: return_in_loop
# The return stands inside the loop.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: inside the loop
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
        return np.stack(states)

# %% wrong: reversed_input
# The sentence is read from its end.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: from its end
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(len(inputs) - 1, -1, -1):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: reversed_output
# Each state is put in front of the list.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: reversed order
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.insert(0, h)
    return np.stack(states)

# %% wrong: shifted
# Rows are written at t - 1.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: shifted by one
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = np.zeros((len(inputs), len(b)))
    for t in range(len(inputs)):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states[t - 1] = h
    return states

# %% wrong: sigmoid
# A sigmoid in place of tanh.
# fails: rnn_forward-values
# message: sigmoid
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = 1 / (1 + np.exp(-(Wx @ x_t + Wh @ h + b)))
        states.append(h)
    return np.array(states)

# %% wrong: squeezed
# An axis of size 1 is lost.
# fails: rnn_forward-edge
# message: has no time axis
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.squeeze(np.stack(states))

# %% wrong: state_reset_inside
# The initial state is set inside the loop.
# fails: rnn_forward-values rnn_forward-state
# message: never updated
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = []
    for x_t in inputs:
        h = np.zeros(len(b)) if h0 is None else h0
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: states_and_last
# States and last state are returned as a pair.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: 2 things
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states), h

# %% wrong: steps_by_features
# The loop runs over range(inputs.shape[1]).
# fails: rnn_forward-values rnn_forward-state
# message: after D steps
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(inputs.shape[1]):
        if t < len(inputs):
            h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
            states.append(h)
    return np.stack(states)

# %% wrong: summed_states
# The new state is added to the old one.
# fails: rnn_forward-values
# message: added to the new state
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = h + np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: tanh_on_input
# tanh on the input term only.
# fails: rnn_forward-values
# message: input term only
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(Wh.shape[0]) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t) + Wh @ h + b
        states.append(h)
    return np.array(states)

# %% wrong: ten_steps
# Ten steps are written into the loop.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers rnn_forward-unchanged
# message: stopped with IndexError
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for t in range(10):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: twice_a_step
# The state is updated twice in each step.
# fails: rnn_forward-values
# message: twice in each step
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(np.tanh(Wx @ x_t + Wh @ h + b))
        h = states[-1]
    return np.stack(states)

# %% wrong: updated_before_use
# The state goes through Wh before the step and again in it.
# fails: rnn_forward-values
# message: before the step
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wh @ h + b)
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: weights_cleared
# The weights are cleared once they were used.
# fails: rnn_forward-unchanged
# message: argument Wx changes
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    Wx *= 0
    return np.stack(states)

# %% wrong: weights_decay
# The recurrent weights are squared on the way: other weights at each step.
# fails: rnn_forward-values rnn_forward-state
# message: from step to step
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    W = Wh.copy()
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + W @ h + b)
        W = W @ Wh
        states.append(h)
    return np.stack(states)

# %% wrong: wh_transposed
# The state is multiplied from the left.
# fails: rnn_forward-values
# message: Wh is transposed
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + h @ Wh + b)
        states.append(h)
    return np.stack(states)

# %% wrong: wrong_axis
# The states are stacked as columns.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: axes swapped
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states, axis=1)

# %% wrong: zero_word_skipped
# A word of zeros is taken for padding and leaves the state as it is.
# fails: rnn_forward-values
# message: word of zeros is skipped
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        if np.any(x_t):
            h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.array(states)

# %% wrong: bias_outside
# The bias is added outside tanh.
# fails: rnn_forward-values
# message: added after tanh
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h) + b
        states.append(h)
    return np.stack(states)

# %% wrong: tanh_each
# tanh on both products.
# fails: rnn_forward-values
# message: its own tanh
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t) + np.tanh(Wh @ h) + b
        states.append(h)
    return np.stack(states)

# %% wrong: diagonal
# Each unit reads only its own state.
# fails: rnn_forward-values
# message: diagonal
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + np.diag(Wh) * h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: state_without_wh
# The state is added as it is.
# fails: rnn_forward-values
# message: multiplied by Wh
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: no_recurrent_term
# The state is left out of the sum.
# fails: rnn_forward-values rnn_forward-state
# message: state is never updated, or not used
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + b)
        states.append(h)
    return np.stack(states)

# %% wrong: elementwise
# * for the state.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: `Wh * h` makes a matrix
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh * h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: column_state
# The state starts as a column.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: A column (H, 1) for the state
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros((len(b), 1)) if h0 is None else h0.reshape(-1, 1)
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: column_words
# The word is made a column.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: A column (H, 1) plus b (H,)
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t.reshape(-1, 1) + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: all_columns
# Word, state and bias are columns.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: Each state is a column
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = (np.zeros(len(b)) if h0 is None else h0).reshape(-1, 1)
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t.reshape(-1, 1) + Wh @ h + b.reshape(-1, 1))
        states.append(h)
    return np.stack(states)

# %% wrong: last_row_zero
# The loop ends at T - 1, and the last row stays zero.
# fails: rnn_forward-values rnn_forward-edge
# message: last row is zero
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    T = len(inputs)
    h = np.zeros(len(b)) if h0 is None else h0
    states = np.zeros((T, len(b)))
    for t in range(T - 1):
        h = np.tanh(Wx @ inputs[t] + Wh @ h + b)
        states[t] = h
    return states

# %% wrong: mean_of_states
# The mean over time is returned.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge
# message: mean of the states
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.mean(states, axis=0)

# %% wrong: first_word_only
# The index is missing: every step reads the first word.
# fails: rnn_forward-values rnn_forward-state
# message: reads the first word
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ inputs[0] + Wh @ h + b)
        states.append(h)
    return np.stack(states)

# %% wrong: row_above
# The row above is read as the state, h0 is not.
# fails: rnn_forward-state
# message: h0 is ignored
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    states = np.zeros((len(inputs), len(b)))
    for t in range(len(inputs)):
        states[t] = np.tanh(Wx @ inputs[t] + Wh @ states[t - 1] + b)
    return states

# %% wrong: output_and_last
# The list of states and the last state, as PyTorch returns them.
# fails: rnn_forward-values rnn_forward-state rnn_forward-edge rnn_forward-integers
# message: 2 things
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    output, h_n = np.array(states), h
    return output, h_n

# %% wrong: added_up
# The states are added up.
# fails: rnn_forward-values rnn_forward-state
# message: added up from step to step
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    h = np.zeros(len(b)) if h0 is None else h0
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.cumsum(states, axis=0)
