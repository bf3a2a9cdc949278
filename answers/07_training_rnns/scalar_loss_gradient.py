# %% right: arrays
# The states in an array, the result as an array.
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = np.empty(T + 1)
    h[0] = h0
    for t in range(T):
        h[t + 1] = np.tanh(u * x[t] + w * h[t] + b)
    error = h[1:] - y
    dz = np.zeros(T + 1)
    for t in range(T - 1, -1, -1):
        dz[t] = (2 * error[t] / T + w * dz[t + 1]) * (1 - h[t + 1] ** 2)
    dz = dz[:T]
    return np.array([np.mean(error**2), dz @ x, dz @ h[:-1], dz.sum()])

# %% right: forwards
# Derivatives of the state, carried forwards.
def scalar_loss_gradient(x, y, h0, u, w, b):
    h, hu, hw, hb = h0, 0.0, 0.0, 0.0
    loss, du, dw, db = 0.0, 0.0, 0.0, 0.0
    for x_t, y_t in zip(x, y):
        before, h = h, np.tanh(u * x_t + w * h + b)
        slope = 1 - h * h
        hu, hw, hb = slope * (x_t + w * hu), slope * (before + w * hw), slope * (1 + w * hb)
        loss, du, dw, db = loss + (h - y_t) ** 2, du + (h - y_t) * hu, dw + (h - y_t) * hw, db + (h - y_t) * hb
    return loss / len(x), 2 * du / len(x), 2 * dw / len(x), 2 * db / len(x)

# %% right: tape
# TensorFlow's gradient, in float64.
def scalar_loss_gradient(x, y, h0, u, w, b):
    u, w, b, h = (tf.constant(float(each), tf.float64) for each in (u, w, b, h0))
    with tf.GradientTape() as tape:
        tape.watch([u, w, b])
        losses = []
        for x_t, y_t in zip(x, y):
            h = tf.tanh(u * float(x_t) + w * h + b)
            losses.append((h - float(y_t)) ** 2)
        loss = tf.reduce_mean(tf.stack(losses))
    du, dw, db = tape.gradient(loss, [u, w, b])
    return float(loss), float(du), float(dw), float(db)

# %% right: recursion
# A recursion that returns the gradient of its first state.
import math

def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)

    def go(t, h):
        if t == T:
            return 0.0, 0.0, 0.0, 0.0, 0.0
        new = math.tanh(u * x[t] + w * h + b)
        loss, du, dw, db, dnew = go(t + 1, new)
        dz = (dnew + 2 * (new - y[t]) / T) * (1 - new * new)
        return loss + (new - y[t]) ** 2 / T, du + dz * x[t], dw + dz * h, db + dz, dz * w

    return list(go(0, h0)[:4])

# %% wrong: last_loss_only
# The gradient of the last step's loss only.
# fails: scalar_loss_gradient-gradient
# message: loss of the last step only
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T * (t == T - 1)
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: not_summed
# The gradients of the steps are not summed.
# fails: scalar_loss_gradient-gradient
# message: Only the first step adds
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = dz * x[t], dz * h[t], dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: last_step
# The gradient of the last step only, without a loop.
# fails: scalar_loss_gradient-gradient
# message: Only the last step adds
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in [T - 1]:
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: no_carry
# No gradient from the next step.
# fails: scalar_loss_gradient-gradient
# message: stops at each step
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = 0.0
    return loss, du, dw, db

# %% wrong: carry_no_w
# The carry lacks w.
# fails: scalar_loss_gradient-gradient
# message: without the factor w
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = dz
    return loss, du, dw, db

# %% wrong: carry_no_slope
# The carry lacks the slope.
# fails: scalar_loss_gradient-gradient
# message: without the slope of tanh
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dh
    return loss, du, dw, db

# %% wrong: carry_u
# The carry goes through u.
# fails: scalar_loss_gradient-gradient
# message: goes back through u
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = u * dz
    return loss, du, dw, db

# %% wrong: carry_kept
# The carry is passed on unchanged.
# fails: scalar_loss_gradient-gradient
# message: unchanged
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
    return loss, du, dw, db

# %% wrong: slope_before
# 1 - h**2 of the wrong step.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: the state before the step: it needs
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: no_slope
# The slope is missing.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: slope of tanh is missing
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: slope_of_tanh_twice
# 1 - tanh(h)**2.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: already the result of tanh
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - np.tanh(h[t + 1]) ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: slope_no_square
# 1 - h.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: square is missing
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1])
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: sigmoid_slope
# The slope of a sigmoid.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: belongs to the sigmoid
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * h[t + 1] * (1 - h[t + 1])
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: dw_state_after
# dw with the state after the step.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: gradient of w uses the state after
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t + 1], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: dw_without_h0
# dw lacks the part of h0.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: lacks the first step
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t] * (t > 0), db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: no_two
# The factor 2 is missing.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: factor 2
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: loss_sum
# The loss is summed where a mean is asked for.
# fails: scalar_loss_gradient-loss
# message: sum over the steps
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T))
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: gradient_of_sum
# The gradient of the sum.
# fails: scalar_loss_gradient-gradient
# message: gradient belongs to the sum
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t])
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: last_state_loss
# The loss of the last step only.
# fails: scalar_loss_gradient-loss
# message: loss of the last step only
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = (h[-1] - y[-1]) ** 2
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: half
# A loss with one half.
# fails: scalar_loss_gradient-loss scalar_loss_gradient-edge
# message: one half
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T / 2
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: shifted_targets
# The state before the step is compared.
# fails: scalar_loss_gradient-loss scalar_loss_gradient-edge
# message: before each step with the target
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: sign
# The gradient has the wrong sign.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: wrong sign
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, -du, -dw, -db

# %% wrong: order
# w before u.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: u and w are exchanged
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, dw, du, db

# %% wrong: h0_zero
# The states start from zero.
# fails: scalar_loss_gradient-loss scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: start from 0
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [0.0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: no_bias
# The bias is missing.
# fails: scalar_loss_gradient-loss scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: no bias
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1]))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: exchanged
# u and w exchanged.
# fails: scalar_loss_gradient-loss scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: u and w are exchanged
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(w * x_t + u * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return loss, du, dw, db

# %% wrong: loss_only
# Only three numbers.
# fails: scalar_loss_gradient-loss scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: four numbers
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
    return du, dw, db

# %% wrong: updates
# The weights are updated inside the loop over time.
# fails: scalar_loss_gradient-gradient
# message: inside the loop
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dz
        dh = w * dz
        u, w, b = u - 0.1 * du, w - 0.1 * dw, b - 0.1 * db
    return loss, du, dw, db

# %% wrong: gradient_from_dh
# The bias gets the gradient of the state.
# fails: scalar_loss_gradient-gradient scalar_loss_gradient-edge
# message: bias gets the gradient of the state
def scalar_loss_gradient(x, y, h0, u, w, b):
    T = len(x)
    h = [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = sum((h[t + 1] - y[t]) ** 2 for t in range(T)) / T
    du = dw = db = dh = 0.0
    for t in reversed(range(T)):
        dh = dh + 2 * (h[t + 1] - y[t]) / T
        dz = dh * (1 - h[t + 1] ** 2)
        du, dw, db = du + dz * x[t], dw + dz * h[t], db + dh
        dh = w * dz
    return loss, du, dw, db

# %% wrong: carried_twice
# `dh += w * dz` keeps the gradient that the step has already used.
# fails: scalar_loss_gradient-gradient
# message: later steps counts twice
def scalar_loss_gradient(x, y, h0, u, w, b):
    T, h = len(x), [h0]
    for x_t in x:
        h.append(np.tanh(u * x_t + w * h[-1] + b))
    loss = np.mean((np.array(h[1:]) - y) ** 2)
    dh = du = dw = db = 0
    for t in reversed(range(T)):
        dh += 2 / T * (h[t + 1] - y[t])
        dz = dh * (1 - h[t + 1] ** 2)
        du += x[t] * dz
        dw += h[t] * dz
        db += dz
        dh += w * dz
    return loss, du, dw, db
