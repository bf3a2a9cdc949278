# %% right: while_loop
# A while loop that adds in place to copies.
def truncated_gradients(x, y, h0, length, run):
    start, h, losses, sums = 0, h0, [], []
    while start < x.shape[1]:
        loss, grads, h = run(x[:, start : start + length], y[:, start : start + length], h)
        losses.append(loss)
        if not sums:
            sums = [np.array(g, dtype=float) for g in grads]
        else:
            for total, g in zip(sums, grads):
                total += g
        start += length
    return sum(losses), sums

# %% right: array_split
# Cut beforehand, with np.split.
def truncated_gradients(x, y, h0, length, run):
    borders = np.arange(length, x.shape[1], length)
    state, parts = h0, []
    for a, b in zip(np.split(x, borders, axis=1), np.split(y, borders, axis=1)):
        loss, gradients, state = run(a, b, state)
        parts.append((loss, gradients))
    return sum(p[0] for p in parts), [sum(group) for group in zip(*(p[1] for p in parts))]

# %% right: recursion
# Recursion on the rest of the series.
def truncated_gradients(x, y, h0, length, run):
    loss, gradients, h = run(x[:, :length], y[:, :length], h0)
    if x.shape[1] <= length:
        return loss, gradients
    rest, others = truncated_gradients(x[:, length:], y[:, length:], h, length, run)
    return loss + rest, [a + b for a, b in zip(gradients, others)]

# %% right: ceil
# Counts the chunks, returns a list.
import math

def truncated_gradients(x, y, h0, length, run):
    h, loss, total = h0.copy(), 0, 0
    for k in range(math.ceil(x.shape[1] / length)):
        a, b = k * length, min((k + 1) * length, x.shape[1])
        one, grads, h = run(x[:, a:b].copy(), y[:, a:b].copy(), h)
        loss = loss + one
        total = list(grads) if k == 0 else [np.add(p, q) for p, q in zip(total, grads)]
    return [loss, total]

# %% wrong: not_carried
# The state is not carried.
# fails: truncated_gradients-loss truncated_gradients-gradients
# message: not carried
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h0)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: zeros
# Later chunks start from zeros.
# fails: truncated_gradients-loss truncated_gradients-gradients
# message: starts from zeros
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        h = np.zeros(h0.shape)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: rest_dropped
# The last short chunk is dropped.
# fails: truncated_gradients-loss truncated_gradients-gradients truncated_gradients-lengths
# message: shorter chunk is left out
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1] - length + 1, length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: last_gradients
# Only the last chunk's gradients.
# fails: truncated_gradients-gradients
# message: Only the last chunk counts
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients
    return total, sums

# %% wrong: last_loss
# Only the last chunk's loss.
# fails: truncated_gradients-loss
# message: Only the last chunk counts
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total = loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: last_chunk
# Only the last chunk.
# fails: truncated_gradients-loss truncated_gradients-gradients
# message: Only the last chunk counts
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total = loss
        sums = gradients
    return total, sums

# %% wrong: return_inside
# return inside the loop.
# fails: truncated_gradients-loss truncated_gradients-gradients truncated_gradients-lengths
# message: Only the first chunk counts
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
        return total, sums

# %% wrong: mean
# Means over the chunks.
# fails: truncated_gradients-loss truncated_gradients-gradients
# message: a mean over the chunks
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    n = -(-x.shape[1] // length)
    return total / n, [g / n for g in sums]

# %% wrong: gradient_mean
# Means of the gradients.
# fails: truncated_gradients-gradients
# message: a mean over the chunks
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    n = -(-x.shape[1] // length)
    return total, [g / n for g in sums]

# %% wrong: joined
# The lists of gradients are joined.
# fails: truncated_gradients-gradients truncated_gradients-unchanged
# message: add up the gradients
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else sums + gradients
    return total, sums

# %% wrong: batch_axis
# Cut along the batch.
# fails: truncated_gradients-loss truncated_gradients-gradients truncated_gradients-lengths
# message: cut the time axis
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[chunk], y[chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: targets_whole
# The targets are not cut.
# fails: truncated_gradients-loss truncated_gradients-gradients truncated_gradients-lengths
# message: cut both alike
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y, h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: same_targets
# The targets of the first chunk.
# fails: truncated_gradients-loss truncated_gradients-gradients
# message: targets of the first chunk
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, :x[:, chunk].shape[1]], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: number
# length is taken as the number of chunks.
# fails: truncated_gradients-gradients truncated_gradients-lengths
# message: not the number of chunks
def truncated_gradients(x, y, h0, length, run):
    length = x.shape[1] // length or 1
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: overlap
# Chunks that overlap.
# fails: truncated_gradients-loss truncated_gradients-gradients
# message: overlap
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(max(x.shape[1] - length, 0) + 1):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: whole
# No chunks at all.
# fails: truncated_gradients-gradients truncated_gradients-lengths
# message: is one chunk
def truncated_gradients(x, y, h0, length, run):
    length = x.shape[1]
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: order
# Gradients first.
# fails: truncated_gradients-loss truncated_gradients-gradients truncated_gradients-lengths truncated_gradients-unchanged
# message: loss comes first
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return sums, total

# %% wrong: backwards
# The chunks from the end.
# fails: truncated_gradients-loss truncated_gradients-gradients
# message: from the last to the first
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in reversed(range(0, x.shape[1], length)):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: h0_in_place
# The state is written into h0.
# fails: truncated_gradients-unchanged
# message: argument h0 changes
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        h0[:] = h
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total, sums

# %% wrong: no_gradients
# The loss only.
# fails: truncated_gradients-loss truncated_gradients-gradients truncated_gradients-lengths truncated_gradients-unchanged
# message: two things
def truncated_gradients(x, y, h0, length, run):
    total, sums, h = 0.0, None, h0
    for start in range(0, x.shape[1], length):
        chunk = slice(start, start + length)
        loss, gradients, h = run(x[:, chunk], y[:, chunk], h)
        total += loss
        sums = gradients if sums is None else [a + b for a, b in zip(sums, gradients)]
    return total
