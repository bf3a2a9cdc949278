# %% right: masked_mean
# boolean_mask and reduce_mean.
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        p = model(inputs, training=True)
        each = keras.losses.sparse_categorical_crossentropy(targets, p)
        loss = tf.reduce_mean(tf.boolean_mask(each, tf.not_equal(targets, 0)))
    gradients = tape.gradient(loss, model.trainable_variables)
    update(gradients)
    return loss

# %% right: one_hot
# One-hot vectors and a logarithm.
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        p = model(inputs)
        right = tf.reduce_sum(tf.one_hot(targets, p.shape[-1]) * p, axis=-1)
        real = tf.cast(targets != 0, p.dtype)
        loss = -tf.reduce_sum(real * tf.math.log(right)) / tf.reduce_sum(real)
    update(list(tape.gradient(loss, model.trainable_weights)))
    return loss

# %% right: gather
# The probabilities of the right letters, with gather.
def train_step(model, inputs, targets, update):
    places = tf.where(tf.not_equal(targets, 0))
    with tf.GradientTape() as tape:
        chosen = tf.gather_nd(model(inputs), places)
        ids = tf.gather_nd(tf.convert_to_tensor(targets), places)
        loss = -tf.reduce_mean(tf.math.log(tf.gather(chosen, ids, batch_dims=1)))
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% right: ops
# keras.ops and a loss object.
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        weight = keras.ops.cast(keras.ops.not_equal(targets, 0), "float32")
        total = keras.losses.SparseCategoricalCrossentropy(reduction="sum")(targets, model(inputs), sample_weight=weight)
        loss = total / keras.ops.sum(weight)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: summed
# The sum over the letters.
# fails: train_step-loss train_step-gradients
# message: sum over the letters: the mean
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: per_name
# Divided by the number of names.
# fails: train_step-loss train_step-gradients
# message: divided by the number of names
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / len(inputs)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: padding_counts
# The padding counts.
# fails: train_step-loss train_step-gradients
# message: padding counts
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_mean(losses)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: mean_of_all
# The padding counts in the mean.
# fails: train_step-loss train_step-gradients
# message: N times T
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_mean(losses * real)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: perplexity
# The perplexity as the loss.
# fails: train_step-loss train_step-gradients
# message: is the perplexity
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.exp(tf.reduce_sum(losses * real) / tf.reduce_sum(real))
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: mean_of_means
# The mean of the means of the names.
# fails: train_step-loss train_step-gradients
# message: mean of the means
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_mean(tf.reduce_sum(losses * real, axis=1) / tf.reduce_sum(real, axis=1))
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: inputs_as_targets
# The predictions are compared with the inputs.
# fails: train_step-loss train_step-gradients
# message: with the inputs
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(inputs, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: softmax_twice
# from_logits for probabilities.
# fails: train_step-loss train_step-gradients
# message: softmax too many
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: not_reduced
# The losses of all letters.
# fails: train_step-loss train_step-gradients
# message: axis left
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = losses
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: negative
# The gradients with a minus.
# fails: train_step-gradients
# message: wrong sign
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update([-1.0 * tf.convert_to_tensor(g) for g in tape.gradient(loss, model.trainable_variables)])
    return loss

# %% wrong: output_only
# Gradients of the output layer only.
# fails: train_step-gradients train_step-update
# message: one gradient for each
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update(tape.gradient(loss, model.trainable_variables[-2:]))
    return loss

# %% wrong: pairs
# Pairs of gradient and variable, as an optimizer expects them.
# fails: train_step-gradients train_step-update
# message: gets pairs
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update([(g, 0) for g in tape.gradient(loss, model.trainable_variables)])
    return loss

# %% wrong: one_by_one
# update is called for each gradient.
# fails: train_step-gradients train_step-update
# message: should be called once
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    for g in tape.gradient(loss, model.trainable_variables):
        update([g])
    return loss

# %% wrong: no_update
# update is never called.
# fails: train_step-gradients train_step-update
# message: should be called once
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    gradients = tape.gradient(loss, model.trainable_variables)
    return loss

# %% wrong: twice
# update is called twice.
# fails: train_step-gradients train_step-update
# message: should be called once
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    gradients = tape.gradient(loss, model.trainable_variables)
    update(gradients)
    update(gradients)
    return loss

# %% wrong: own_update
# It changes the weights by itself, too.
# fails: train_step-update
# message: changes the weights by itself
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    gradients = tape.gradient(loss, model.trainable_variables)
    update(gradients)
    model.layers[-1].bias.assign_sub(0.1 * gradients[-1])
    return loss

# %% wrong: loss_after
# The loss after the update.
# fails: train_step-update
# message: belongs to the new weights
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update(tape.gradient(loss, model.trainable_variables))
    return tf.reduce_sum(keras.losses.sparse_categorical_crossentropy(targets, model(inputs)) * real) / tf.reduce_sum(real)

# %% wrong: outside
# The loss is computed from an array.
# fails: train_step-gradients train_step-update
# message: A gradient is None
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, np.asarray(model(inputs)))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: end_mark_ignored
# The end mark is taken for padding.
# fails: train_step-loss train_step-gradients
# message: end mark does not count
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.greater(targets, 1), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update(tape.gradient(loss, model.trainable_variables))
    return loss

# %% wrong: doubled
# The gradients twice.
# fails: train_step-gradients
# message: factor of two
def train_step(model, inputs, targets, update):
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(targets, model(inputs))
        real = tf.cast(tf.not_equal(targets, 0), "float32")
        loss = tf.reduce_sum(losses * real) / tf.reduce_sum(real)
    update([2.0 * tf.convert_to_tensor(g) for g in tape.gradient(loss, model.trainable_variables)])
    return loss
