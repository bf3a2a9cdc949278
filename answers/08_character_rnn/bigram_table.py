# %% right: add_at
# np.add.at.
def bigram_table(inputs, targets, size, alpha):
    counts = np.full((size, size), float(alpha))
    real = targets != 0
    np.add.at(counts, (inputs[real], targets[real]), 1)
    return counts / counts.sum(axis=1)[:, None]

# %% right: one_hot
# A product of one-hot matrices.
def bigram_table(inputs, targets, size, alpha):
    first, second = np.eye(size)[inputs.ravel()], np.eye(size)[targets.ravel()]
    second[:, 0] = 0
    counts = first.T @ second
    return (counts + alpha) / (counts.sum(axis=1, keepdims=True) + alpha * size)

# %% right: counter
# A Counter, and the formula entry by entry.
from collections import Counter

def bigram_table(inputs, targets, size, alpha):
    pairs = Counter((int(a), int(b)) for row, line in zip(inputs, targets) for a, b in zip(row, line) if b)
    table = []
    for a in range(size):
        seen = sum(number for (first, _), number in pairs.items() if first == a)
        table.append([(pairs[a, b] + alpha) / (seen + alpha * size) for b in range(size)])
    return table

# %% right: bincount
# One number for each pair.
def bigram_table(inputs, targets, size, alpha):
    codes = (inputs * size + targets)[targets > 0]
    counts = np.bincount(codes, minlength=size * size).reshape(size, size) + alpha
    return np.array([row / row.sum() for row in counts])

# %% wrong: transposed
# The result is transposed.
# fails: bigram_table-values bigram_table-unseen
# message: is transposed
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts + alpha
    return (counts / counts.sum(axis=1, keepdims=True)).T

# %% wrong: columns
# The columns are divided by their sums.
# fails: bigram_table-values bigram_table-unseen
# message: columns sum to 1
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts + alpha
    return counts / counts.sum(axis=0)

# %% wrong: whole_table
# Divided by the sum of the table.
# fails: bigram_table-values
# message: whole table sums to 1
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts + alpha
    return counts / counts.sum()

# %% wrong: counts
# The counts are not divided.
# fails: bigram_table-values
# message: holds counts
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts + alpha
    return counts

# %% wrong: once
# Fancy indexing counts each pair once.
# fails: bigram_table-values
# message: counts only once
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    real = targets > 0
    counts[inputs[real], targets[real]] += 1
    counts = counts + alpha
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: before
# The letter before each letter.
# fails: bigram_table-values
# message: what comes before it
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[following, read] += 1
    counts = counts + alpha
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: no_smoothing
# Without alpha.
# fails: bigram_table-values bigram_table-unseen
# message: smoothing is missing
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)

# %% wrong: no_smoothing_nan
# Without alpha, and a division by zero.
# fails: bigram_table-values bigram_table-unseen
# message: becomes nan
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    pass
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: adds_one
# Always 1.
# fails: bigram_table-values
# message: adds 1 whatever
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts + 1
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: smoothed_late
# alpha is added to the probabilities.
# fails: bigram_table-values
# message: after the division
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1) + alpha
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: empty_only
# alpha in empty places only.
# fails: bigram_table-values
# message: empty places only
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = np.where(counts == 0, alpha, counts)
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: old_sums
# Divided by the sums before alpha.
# fails: bigram_table-values
# message: rows do not sum to 1
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    sums = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return (counts + alpha) / sums

# %% wrong: alpha_once
# The sum grows by alpha only.
# fails: bigram_table-values
# message: rows do not sum to 1
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    sums = counts.sum(axis=1, keepdims=True) + alpha
    return (counts + alpha) / sums

# %% wrong: first_name
# Only the first name.
# fails: bigram_table-values
# message: first name
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs[0], targets[0]):
        if following > 0:
            counts[read, following] += 1
    counts = counts + alpha
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: padding_counts
# The padding counts.
# fails: bigram_table-padding
# message: padding counts
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if True:
            counts[read, following] += 1
    counts = counts + alpha
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: inputs_only
# The next input instead of the target.
# fails: bigram_table-values
# message: use the targets
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((size, size))
    for read, following in zip(inputs[:, :-1].ravel(), inputs[:, 1:].ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts + alpha
    return counts / counts.sum(axis=1, keepdims=True)

# %% wrong: size_of_data
# The size is taken from the data.
# fails: bigram_table-unseen
# message: (size, size)
def bigram_table(inputs, targets, size, alpha):
    counts = np.zeros((inputs.max() + 1, inputs.max() + 1))
    for read, following in zip(inputs.ravel(), targets.ravel()):
        if following > 0:
            counts[read, following] += 1
    counts = counts + alpha
    return counts / counts.sum(axis=1, keepdims=True)
