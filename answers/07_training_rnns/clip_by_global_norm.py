# %% right: one_row
# All numbers in one row, np.linalg.norm.
def clip_by_global_norm(gradients, limit):
    norm = np.linalg.norm(np.concatenate([np.ravel(g) for g in gradients]))
    return [g * (limit / max(norm, limit)) for g in gradients]

# %% right: norm_of_norms
# The norm of the norms.
def clip_by_global_norm(gradients, limit):
    norm = np.linalg.norm([np.linalg.norm(np.ravel(g)) for g in gradients])
    if norm <= limit:
        return [np.array(g, dtype=float) for g in gradients]
    return [limit * g / norm for g in gradients]

# %% right: loops
# Plain loops.
def clip_by_global_norm(gradients, limit):
    total = 0.0
    for g in gradients:
        for value in g.flat:
            total += float(value) ** 2
    clipped = []
    for g in gradients:
        clipped.append(g / 1.0 if total <= limit**2 else g * limit / total**0.5)
    return clipped

# %% right: tensorflow
# TensorFlow's function.
def clip_by_global_norm(gradients, limit):
    clipped, _ = tf.clip_by_global_norm([tf.constant(g, tf.float64) for g in gradients], limit)
    return [np.asarray(g) for g in clipped]

# %% wrong: elements
# Each element is clipped.
# fails: clip_by_global_norm-values
# message: Each element is clipped
def clip_by_global_norm(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]

# %% wrong: each_array
# Each array by its own norm.
# fails: clip_by_global_norm-values
# message: its own norm
def clip_by_global_norm(gradients, limit):
    clipped = []
    for g in gradients:
        norm = np.sqrt((g**2).sum())
        clipped.append(g * limit / norm if norm > limit else g * 1.0)
    return clipped

# %% wrong: scaled_up
# Small gradients are scaled up.
# fails: clip_by_global_norm-small
# message: scaled up
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm else 1.0
    return [g * factor for g in gradients]

# %% wrong: always_scaled
# Always divided by the norm: nan for zeros.
# fails: clip_by_global_norm-small
# message: scaled up
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm
    return [g * factor for g in gradients]

# %% wrong: no_root
# The root is missing.
# fails: clip_by_global_norm-values clip_by_global_norm-small
# message: square root
def clip_by_global_norm(gradients, limit):
    norm = sum((g ** 2.0).sum() for g in gradients)
    factor = limit / norm if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: sum_of_norms
# The norms are added up.
# fails: clip_by_global_norm-values clip_by_global_norm-small
# message: adds up the norms
def clip_by_global_norm(gradients, limit):
    norm = sum(np.sqrt((g ** 2.0).sum()) for g in gradients)
    factor = limit / norm if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: largest
# The largest element.
# fails: clip_by_global_norm-values
# message: largest element
def clip_by_global_norm(gradients, limit):
    norm = max(np.abs(g).max() for g in gradients)
    factor = limit / norm if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: absolute
# The sum of absolute values.
# fails: clip_by_global_norm-values clip_by_global_norm-small
# message: absolute values
def clip_by_global_norm(gradients, limit):
    norm = sum(np.abs(g).sum() for g in gradients)
    factor = limit / norm if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: rms
# A root mean square.
# fails: clip_by_global_norm-values
# message: number of elements
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm > limit else 1.0
    norm = norm / np.sqrt(sum(np.size(g) for g in gradients))
    factor = limit / norm if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: first_norm
# The norm of the first array.
# fails: clip_by_global_norm-values
# message: first array only
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients[:1]))
    factor = limit / norm if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: no_limit
# Divided by the norm, without the limit.
# fails: clip_by_global_norm-values
# message: without the limit
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = 1 / norm if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: inverted
# norm / limit.
# fails: clip_by_global_norm-values
# message: it should be limit / norm
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = norm / limit if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: only_first
# Only the first array is scaled.
# fails: clip_by_global_norm-values
# message: Only the first array is scaled
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm > limit else 1.0
    return [gradients[0] * factor, *(g * 1.0 for g in gradients[1:])]

# %% wrong: nothing
# Nothing is clipped.
# fails: clip_by_global_norm-values clip_by_global_norm-small clip_by_global_norm-unchanged
# message: Nothing is clipped
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm < 0 else 1.0
    return [g * factor for g in gradients]

# %% wrong: in_place
# The given arrays are changed.
# fails: clip_by_global_norm-unchanged
# message: change during the call
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm > limit else 1.0
    for g in gradients:
        g *= factor
    return gradients

# %% wrong: zeroed
# Too long gradients become zero.
# fails: clip_by_global_norm-values clip_by_global_norm-unchanged
# message: set to zero
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = 0.0 if norm > limit else 1.0
    return [g * factor for g in gradients]

# %% wrong: small_zeroed
# Short gradients become zero.
# fails: clip_by_global_norm-small
# message: below the limit are set to zero
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm > limit else 0.0
    return [g * factor for g in gradients]

# %% wrong: integers
# The result keeps whole numbers.
# fails: clip_by_global_norm-unchanged
# message: cut to whole numbers
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm > limit else 1.0
    return [(g * factor).astype(g.dtype) for g in gradients]

# %% wrong: one_array
# One long row.
# fails: clip_by_global_norm-values clip_by_global_norm-small clip_by_global_norm-unchanged
# message: array for each gradient
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in gradients))
    factor = limit / norm if norm > limit else 1.0
    return [np.concatenate([np.ravel(g) * factor for g in gradients])]

# %% wrong: norm_plus_one
# 1 is added to the norm, to be safe from a division by zero.
# fails: clip_by_global_norm-values
# message: 1 added to it
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum((g**2).sum() for g in gradients))
    if norm > limit:
        return [g * limit / (norm + 1) for g in gradients]
    return [g * 1.0 for g in gradients]
