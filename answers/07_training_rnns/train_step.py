# %% right: copies
# Copies that are changed in place.
def train_step(weights, loss_and_gradients, clip, learning_rate):
    new = [w.copy() for w in weights]
    loss, gradients = loss_and_gradients(new)
    gradients = clip(gradients)
    for w, g in zip(new, gradients):
        w -= learning_rate * g
    return loss, new

# %% right: index
# By index, with append.
def train_step(weights, loss_and_gradients, clip, learning_rate):
    result = loss_and_gradients(weights)
    clipped = clip(result[1])
    new_weights = []
    for i in range(len(weights)):
        new_weights.append(weights[i] - clipped[i] * learning_rate)
    return result[0], new_weights

# %% right: map
# map with a helper.
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return [loss, list(map(lambda w, g: np.subtract(w, np.multiply(learning_rate, g)), weights, clip(gradients)))]

# %% right: negative
# Adds a negative step.
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients([np.array(w) for w in weights])
    steps = [-learning_rate * np.asarray(g) for g in clip(list(gradients))]
    return loss, [w + step for w, step in zip(weights, steps)]

# %% wrong: uphill
# The sign of the update.
# fails: train_step-weights
# message: uphill
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w + learning_rate * g for w, g in zip(weights, clip(gradients))]

# %% wrong: no_rate
# The learning rate is missing.
# fails: train_step-weights
# message: learning rate is missing
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - g for w, g in zip(weights, clip(gradients))]

# %% wrong: rate_divides
# Divided by the learning rate.
# fails: train_step-weights
# message: divides
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - g / learning_rate for w, g in zip(weights, clip(gradients))]

# %% wrong: not_clipped
# The gradients are not clipped.
# fails: train_step-weights
# message: not clipped
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - learning_rate * g for w, g in zip(weights, gradients)]

# %% wrong: clip_after
# Clipped after the learning rate.
# fails: train_step-weights
# message: after the learning rate
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - g for w, g in zip(weights, clip([learning_rate * g for g in gradients]))]

# %% wrong: clip_each
# Each gradient is clipped on its own.
# fails: train_step-weights
# message: on its own
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - learning_rate * g for w, g in zip(weights, [clip([g])[0] for g in gradients])]

# %% wrong: clip_array
# clip gets an array.
# fails: train_step-weights train_step-loss train_step-unchanged
# message: gets one array
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - learning_rate * g for w, g in zip(weights, [clip(g) for g in gradients])]

# %% wrong: clip_twice
# Clipped twice.
# fails: train_step-weights
# message: clipped twice
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - learning_rate * g for w, g in zip(weights, clip(clip(gradients)))]

# %% wrong: clipped_weights
# The weights are clipped, too.
# fails: train_step-weights
# message: weights are clipped
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, clip([w - learning_rate * g for w, g in zip(weights, clip(gradients))])

# %% wrong: old_weights
# The old weights are returned.
# fails: train_step-weights
# message: stay as they are: return
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, list(weights)

# %% wrong: gradients_returned
# The clipped gradients are returned.
# fails: train_step-weights
# message: clipped gradients and not
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, clip(gradients)

# %% wrong: steps_returned
# The steps are returned.
# fails: train_step-weights
# message: holds the steps
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [learning_rate * g for w, g in zip(weights, clip(gradients))]

# %% wrong: first_only
# Only the first weight moves.
# fails: train_step-weights
# message: Only the first weight
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [weights[0] - learning_rate * clip(gradients)[0], *weights[1:]]

# %% wrong: new_loss
# The loss after the step.
# fails: train_step-loss
# message: loss belongs to the new weights
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    new = [w - learning_rate * g for w, g in zip(weights, clip(gradients))]
    return loss_and_gradients(new)[0], new

# %% wrong: one_by_one
# New gradients for each weight.
# fails: train_step-weights
# message: one by one
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, _ = loss_and_gradients(weights)
    new = list(weights)
    for k in range(len(new)):
        new[k] = new[k] - learning_rate * clip(loss_and_gradients(new)[1])[k]
    return loss, new

# %% wrong: in_place
# The weights are changed in place.
# fails: train_step-unchanged
# message: given weights change
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    for w, g in zip(weights, clip(gradients)):
        w -= learning_rate * g
    return loss, weights

# %% wrong: twice
# Two steps with the same gradient.
# fails: train_step-weights
# message: done twice
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - 2 * learning_rate * g for w, g in zip(weights, clip(gradients))]

# %% wrong: order
# The weights first.
# fails: train_step-weights train_step-loss train_step-unchanged
# message: the loss comes first
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return [w - learning_rate * g for w, g in zip(weights, clip(gradients))], loss

# %% wrong: fixed_rate
# A fixed learning rate.
# fails: train_step-weights
# message: 0.1 whatever
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - 0.1 * g for w, g in zip(weights, clip(gradients))]

# %% wrong: divided_by_the_number_of_weights
# The step is a mean over the weights.
# fails: train_step-weights
# message: divided by the number of weights
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    rate = learning_rate / len(weights)
    return loss, [w - rate * g for w, g in zip(weights, clip(gradients))]

# %% wrong: each_step_clipped
# Each step is clipped, with the learning rate in it.
# fails: train_step-weights
# message: clipped on its own
def train_step(weights, loss_and_gradients, clip, learning_rate):
    loss, gradients = loss_and_gradients(weights)
    return loss, [w - clip([learning_rate * g])[0] for w, g in zip(weights, gradients)]
