# %% right: einsum
# einsum over all steps after the loop.
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    T = x.shape[1]
    before = np.concatenate([h0[:, None], states[:, :-1]], axis=1)
    dz = np.empty(states.shape)
    dh = np.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        dz[:, t] = (dh + dstates[:, t]) * (1 - states[:, t] * states[:, t])
        dh = np.einsum("bh,kh->bk", dz[:, t], Wh)
    dWx = np.einsum("btd,bth->dh", x, dz)
    dWh = np.einsum("btk,bth->kh", before, dz)
    return [dWx, dWh, dz.sum(axis=(0, 1)), dh, np.einsum("bth,dh->btd", dz, Wx)]

# %% right: each_sequence
# A loop over the sequences, with np.outer.
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wh.shape[0])
    dh0, dx = np.zeros_like(h0), np.zeros_like(x)
    for i in range(len(x)):
        dh = np.zeros(Wh.shape[0])
        for t in range(x.shape[1] - 1, -1, -1):
            last = h0[i] if t == 0 else states[i, t - 1]
            dz = (dh + dstates[i, t]) * (1 - states[i, t] ** 2)
            dWx = dWx + np.outer(x[i, t], dz)
            dWh = dWh + np.outer(last, dz)
            db = db + dz
            dx[i, t] = Wx @ dz
            dh = Wh @ dz
        dh0[i] = dh
    return dWx, dWh, db, dh0, dx

# %% right: lists
# Lists of the steps, stacked at the end.
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    all_states = [h0, *np.moveaxis(states, 1, 0)]
    dh, dzs = 0.0, []
    for t in range(x.shape[1], 0, -1):
        dz = (dstates[:, t - 1] + dh) * (1 - all_states[t] ** 2)
        dzs.insert(0, dz)
        dh = dz @ np.transpose(Wh)
    dWx = sum(x[:, t].T @ dz for t, dz in enumerate(dzs))
    dWh = sum(all_states[t].T @ dz for t, dz in enumerate(dzs))
    db = sum(np.ones(len(x)) @ dz for dz in dzs)
    return dWx, dWh, db, dh, np.stack([dz @ Wx.T for dz in dzs], axis=1)

# %% right: tape
# TensorFlow's tape through a linearised step.
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    x, states, h0, Wx, Wh, dstates = (tf.constant(a, tf.float64) for a in (x, states, h0, Wx, Wh, dstates))
    bias = tf.zeros(Wh.shape[0], tf.float64)
    with tf.GradientTape() as tape:
        tape.watch([Wx, Wh, bias, h0, x])
        h, total = h0, 0.0
        for t in range(x.shape[1]):
            z = x[:, t] @ Wx + h @ Wh + bias
            # the value of the given state, with the slope of tanh there
            h = states[:, t] + (1 - states[:, t] ** 2) * (z - tf.stop_gradient(z))
            total += tf.reduce_sum(h * dstates[:, t])
    return [np.asarray(g) for g in tape.gradient(total, [Wx, Wh, bias, h0, x])]

# %% wrong: no_carry
# No gradient from the next time step.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs rnn_backward-edge
# message: stops at each step
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = 0 * h0
    return dWx, dWh, db, dh, dx

# %% wrong: last_only
# The gradient of the last state only.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs rnn_backward-edge
# message: last state's gradient
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] * (t == x.shape[1] - 1) + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: slope_before
# 1 - h**2 of the wrong step.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: state before the step: it needs
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - before ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: no_slope
# The slope is missing.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: slope of tanh is missing
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: slope_no_square
# 1 - h.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: square is missing
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t])
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: tanh_twice
# 1 - tanh(h)**2.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: already the result of tanh
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - np.tanh(states[:, t]) ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: wh_not_transposed
# Back through Wh in place of its transpose.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: transpose of Wh
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh
    return dWx, dWh, db, dh, dx

# %% wrong: carry_no_wh
# The carry lacks Wh.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: without Wh
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz
    return dWx, dWh, db, dh, dx

# %% wrong: carry_no_slope
# The carry lacks the slope.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: without the slope of tanh
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = (dstates[:, t] + dh) @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: slope_on_carry
# The slope on the carry only.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: from the next step only
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = dstates[:, t] + dh * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: not_summed
# The gradients of the steps are not summed.
# fails: rnn_backward-weights
# message: hold the first step only
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx = x[:, t].T @ dz
        dWh = before.T @ dz
        db = dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: dwh_after
# dWh with the state after the step.
# fails: rnn_backward-weights
# message: dWh uses the state after
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += states[:, t].T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: dwh_without_h0
# dWh lacks the part of h0.
# fails: rnn_backward-weights rnn_backward-edge
# message: dWh lacks the first step
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else 0 * h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: h0_wraps
# states[:, t - 1] at t = 0 is the last state.
# fails: rnn_backward-weights rnn_backward-edge
# message: in place of h0
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1]
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: dwh_transposed
# dWh is transposed.
# fails: rnn_backward-weights
# message: dWh is transposed
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += dz.T @ before
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: dwx_transposed
# dWx is transposed.
# fails: rnn_backward-weights rnn_backward-unchanged
# message: dWx is transposed
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.T.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += dz.T @ x[:, t]
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: db_rows
# db is not summed over the batch.
# fails: rnn_backward-weights rnn_backward-edge rnn_backward-unchanged
# message: db has a row for each
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(h0.shape)
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: db_mean
# db is a mean over the batch.
# fails: rnn_backward-weights
# message: db is the mean
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.mean(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: batch_mean
# All gradients of weights divided by B.
# fails: rnn_backward-weights
# message: means over the batch
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx / len(x), dWh / len(x), db / len(x), dh, dx

# %% wrong: steps_mean
# Divided by T.
# fails: rnn_backward-weights rnn_backward-edge
# message: means over the steps
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx / x.shape[1], dWh / x.shape[1], db / x.shape[1], dh, dx

# %% wrong: dh0_missing
# dh0 is zero.
# fails: rnn_backward-h0 rnn_backward-edge
# message: dh0 is zero
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, 0 * h0, dx

# %% wrong: dh0_not_returned
# dh0 is left out.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs rnn_backward-edge rnn_backward-unchanged
# message: five parts
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dx

# %% wrong: dh0_first_state
# dh0 is the gradient of h_1.
# fails: rnn_backward-h0
# message: must go back one more step
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        first = dstates[:, t] + dh
        dh = dz @ Wh.T
    return dWx, dWh, db, first, dx

# %% wrong: dh0_dz
# dh0 lacks Wh.
# fails: rnn_backward-h0
# message: dh0 lacks
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dz, dx

# %% wrong: dh0_summed
# dh0 is summed over the batch.
# fails: rnn_backward-h0 rnn_backward-edge rnn_backward-unchanged
# message: added up over the batch
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh.sum(axis=0), dx

# %% wrong: dx_reversed
# dx in reversed order.
# fails: rnn_backward-inputs rnn_backward-edge
# message: reversed order
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx[:, ::-1]

# %% wrong: dx_time_first
# dx with the time axis first.
# fails: rnn_backward-inputs rnn_backward-edge rnn_backward-unchanged
# message: time axis first
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx.swapaxes(0, 1)

# %% wrong: forwards
# The loop runs forwards.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs rnn_backward-edge
# message: runs forwards
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in range(x.shape[1]):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: sign
# The wrong sign.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: wrong sign
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return -dWx, -dWh, -db, -dh, -dx

# %% wrong: order
# dx first.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs rnn_backward-edge rnn_backward-unchanged
# message: in this order
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dx, dh, dWx, dWh, db

# %% wrong: in_place
# dstates collects the gradients.
# fails: rnn_backward-unchanged
# message: argument dstates changes
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dstates[:, t] += dh
        dz = dstates[:, t] * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: updates
# The weights are updated inside the loop over time.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: inside the loop
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (dstates[:, t] + dh) * (1 - states[:, t] ** 2)
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
        Wx, Wh = Wx - 0.1 * dWx, Wh - 0.1 * dWh
    return dWx, dWh, db, dh, dx

# %% wrong: carried_twice
# `dh + dz @ Wh.T` keeps the gradient that the step has already used.
# fails: rnn_backward-weights rnn_backward-h0 rnn_backward-inputs
# message: later steps counts twice
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    for t in reversed(range(x.shape[1])):
        dh = dh + dstates[:, t]
        dz = dh * (1 - states[:, t] ** 2)
        before = states[:, t - 1] if t else h0
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dh + dz @ Wh.T
    return dWx, dWh, db, dh, dx

# %% wrong: dh0_and_dx_exchanged
# The last two results are in the wrong order.
# fails: rnn_backward-h0 rnn_backward-inputs rnn_backward-edge rnn_backward-unchanged
# message: the shape of h0
def rnn_backward(x, states, h0, Wx, Wh, dstates):
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    for t in reversed(range(x.shape[1])):
        dz = (dh + dstates[:, t]) * (1 - states[:, t] ** 2)
        before = states[:, t - 1] if t else h0
        dWx += x[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ Wx.T
        dh = dz @ Wh.T
    return dWx, dWh, db, dx, dh
