# %% right: loops
# Two loops.
def loss_and_perplexity(p, targets):
    total, count = 0.0, 0
    for n in range(len(targets)):
        for t in range(len(targets[n])):
            if targets[n][t] != 0:
                total -= np.log(p[n][t][targets[n][t]])
                count += 1
    return total / count, np.exp(total / count)

# %% right: one_hot
# One-hot vectors and a mask.
def loss_and_perplexity(p, targets):
    picked = (np.eye(p.shape[2])[targets] * p).sum(axis=-1)
    real = targets > 0
    loss = np.where(real, -np.log(picked), 0).sum() / real.sum()
    return [float(loss), float(np.e**loss)]

# %% right: bits
# Bits for the perplexity, natural units for the loss.
def loss_and_perplexity(p, targets):
    right = np.take_along_axis(p, targets[..., np.newaxis], axis=2)[..., 0][targets != 0]
    return -np.mean(np.log(right)), 2 ** -np.mean(np.log2(right))

# %% right: keras
# The loss of Keras.
def loss_and_perplexity(p, targets):
    real = targets != 0
    each = np.asarray(keras.losses.sparse_categorical_crossentropy(targets[real], p[real]))
    return each.mean(), np.exp(each.mean())

# %% wrong: summed
# The sum over the letters.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: sum over the letters: the mean
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).sum()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: per_name
# The sum divided by the number of names.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: divided by the number of names
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).sum() / len(p)
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: in_bits
# The loss in bits, and the exponential of it.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: logarithm to base 2
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log2(right).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: base_2
# The perplexity with the base 2.
# fails: loss_and_perplexity-perplexity loss_and_perplexity-network
# message: has the base 2
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = 2**loss
    return loss, perplexity

# %% wrong: base_10
# The perplexity with the base 10.
# fails: loss_and_perplexity-perplexity loss_and_perplexity-network
# message: has the base 10
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = 10**loss
    return loss, perplexity

# %% wrong: log10
# The logarithm to base 10.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: logarithm to base 10
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log10(right).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: sign
# The minus is missing.
# fails: loss_and_perplexity-loss loss_and_perplexity-perplexity loss_and_perplexity-padding loss_and_perplexity-network
# message: wrong sign
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = np.log(right).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: log_of_mean
# The logarithm of the mean.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: logarithm of the mean
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right.mean())
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: padding_counts
# The padding counts.
# fails: loss_and_perplexity-padding loss_and_perplexity-network
# message: padding counts
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets >= 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: divided_by_all
# The padding counts in the number of letters.
# fails: loss_and_perplexity-padding loss_and_perplexity-network
# message: N times T
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).sum() / targets.size
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: mean_of_means
# The mean of the means of the names.
# fails: loss_and_perplexity-padding loss_and_perplexity-network
# message: mean of the means
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = np.mean([-np.log(right[rows == n]).mean() for n in range(len(p))])
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: most_probable
# The largest probability.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: most probable letter
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps].max(axis=-1)
    loss = -np.log(right).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: all_letters
# The mean over the vocabulary.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: mean over all letters
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(p[rows, steps]).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: index_minus_one
# The index is one too small.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: letter before the right one
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps] - 1]
    loss = -np.log(right).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: no_log
# The logarithm is missing.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: logarithm is missing
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = 1 - right.mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: entropy
# The entropy of the model.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: entropy of the model
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -(p[rows, steps] * np.log(p[rows, steps])).sum(axis=-1).mean()
    perplexity = np.exp(loss)
    return loss, perplexity

# %% wrong: perplexity_is_loss
# The perplexity is the loss.
# fails: loss_and_perplexity-perplexity loss_and_perplexity-network
# message: same number as the loss
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = loss
    return loss, perplexity

# %% wrong: perplexity_inverted
# The sign in the exponential.
# fails: loss_and_perplexity-perplexity loss_and_perplexity-network
# message: below 1
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = np.exp(-loss)
    return loss, perplexity

# %% wrong: mean_of_inverse
# The mean of 1 / p.
# fails: loss_and_perplexity-perplexity loss_and_perplexity-network
# message: the mean of 1 / p
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = (1 / right).mean()
    return loss, perplexity

# %% wrong: inverse_of_mean
# One over the mean of p.
# fails: loss_and_perplexity-perplexity loss_and_perplexity-network
# message: is 1 / mean of p
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = 1 / right.mean()
    return loss, perplexity

# %% wrong: exchanged
# The perplexity first.
# fails: loss_and_perplexity-loss loss_and_perplexity-perplexity loss_and_perplexity-padding loss_and_perplexity-network
# message: in the wrong order
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets != 0)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = np.exp(loss)
    return perplexity, loss

# %% wrong: end_mark_ignored
# The end mark is taken for padding.
# fails: loss_and_perplexity-loss loss_and_perplexity-padding loss_and_perplexity-network
# message: end mark does not count
def loss_and_perplexity(p, targets):
    rows, steps = np.nonzero(targets > 1)
    right = p[rows, steps, targets[rows, steps]]
    loss = -np.log(right).mean()
    perplexity = np.exp(loss)
    return loss, perplexity
