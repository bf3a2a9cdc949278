# %% right: index
# An array of positions.
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    position = np.arange(n * batch * timesteps).reshape(batch, n, timesteps).transpose(1, 0, 2)
    return series[position]

# %% right: keras_ops
# reshape and transpose of keras.ops.
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n < 1:
        raise ValueError("short")
    x = keras.ops.reshape(series[:n * batch * timesteps], (batch, n, timesteps, series.shape[-1]))
    return keras.ops.transpose(x, (1, 0, 2, 3))

# %% right: loops
# Loops over chunks, rows and steps, as nested lists.
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n < 1:
        raise ValueError("too short")
    chunks = []
    for c in range(n):
        chunk = []
        for i in range(batch):
            start = i * n * timesteps + c * timesteps
            chunk.append([list(step) for step in series[start:start + timesteps]])
        chunks.append(chunk)
    return chunks

# %% right: moveaxis
# moveaxis, float32 and a copy.
def cut_for_stateful(series, batch, timesteps):
    series = np.array(series, dtype="float32")
    n, _ = divmod(len(series), batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    rows = np.resize(series, (batch * n * timesteps, series.shape[-1]))
    return np.ascontiguousarray(np.moveaxis(rows.reshape((batch, n, timesteps, -1)), 1, 0))

# %% right: preallocated
# A preallocated array, filled row by row; prints.
def cut_for_stateful(series, batch, timesteps):
    per_chunk = batch * timesteps
    if len(series) < per_chunk:
        raise ValueError("too short")
    n = len(series) // per_chunk
    print("chunks:", n)
    out = np.empty((n, batch, timesteps, series.shape[1]))
    for i in range(batch):
        row = series[i * n * timesteps:(i + 1) * n * timesteps]
        out[:, i] = row.reshape(n, timesteps, -1)
    return out

# %% right: split
# np.split twice.
def cut_for_stateful(series, batch, timesteps):
    n = series.shape[0] // batch // timesteps
    if not n:
        raise ValueError(f"{series.shape} fills no chunk")
    rows = np.split(series[:batch * n * timesteps], batch)
    return np.stack([np.split(row, n) for row in rows], axis=1)

# %% wrong: assertion
# An assertion in place of the ValueError.
# fails: cut_for_stateful-short
# message: not a ValueError
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    assert n > 0
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: error_not_raised
# The error is returned, not raised.
# fails: cut_for_stateful-short
# message: no ValueError
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        return ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: error_too_early
# A series that fills one chunk exactly is refused.
# fails: cut_for_stateful-short
# message: fill one chunk
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if len(series) <= batch * timesteps:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: integers
# The values are cast to integers.
# fails: cut_for_stateful-rows
# message: integers
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1).astype(int)

# %% wrong: interleaved
# Row i takes every B-th step.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: should have no gap
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = np.stack([used[i::batch] for i in range(batch)])
    return rows.reshape(batch, n, timesteps, -1).swapaxes(0, 1)

# %% wrong: no_error
# A series too short gives an empty array.
# fails: cut_for_stateful-short
# message: no ValueError
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: no_feature_axis
# The axis of the input dimension is lost.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: input dimension is lost
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)[..., 0]

# %% wrong: no_rest
# The rest is not dropped, and the reshape fails.
# fails: cut_for_stateful-check cut_for_stateful-rest
# message: drop the steps that are left over
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: one_feature
# The input dimension is taken to be 1.
# fails: cut_for_stateful-rows
# message: dimension
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, 1)
    return rows.swapaxes(0, 1)

# %% wrong: one_step_apart
# Rows that begin one step apart.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: rows overlap
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError
    return np.stack([[series[r + c * timesteps: r + (c + 1) * timesteps] for r in range(batch)] for c in range(n)])

# %% wrong: padded
# The last chunk is filled up with zeros.
# fails: cut_for_stateful-check cut_for_stateful-rest cut_for_stateful-short
# message: left over should be dropped
def cut_for_stateful(series, batch, timesteps):
    n = -(-len(series) // (batch * timesteps))
    filled = np.zeros((n * batch * timesteps, series.shape[1]))
    filled[:len(series)] = series
    return filled.reshape(batch, n, timesteps, -1).swapaxes(0, 1)

# %% wrong: plain_reshape
# A plain reshape to the wanted shape.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: plain reshape
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    return used.reshape(n, batch, timesteps, series.shape[1])

# %% wrong: rest_at_the_start
# The start of the series is dropped, not its end.
# fails: cut_for_stateful-check cut_for_stateful-rest
# message: start of the series
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[len(series) - n * batch * timesteps:]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: rest_of_each_row
# The series is cut into rows first, and each row drops its own rest.
# fails: cut_for_stateful-rest
# message: should start where the row before it ends
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    length = len(series) // batch
    rows = series[:batch * length].reshape(batch, length, -1)[:, :n * timesteps]
    rows = rows.reshape(batch, n, timesteps, -1)
    return rows.swapaxes(0, 1)

# %% wrong: rest_refused
# A rest is refused, not dropped.
# fails: cut_for_stateful-check cut_for_stateful-rest
# message: drop the steps that are left over
def cut_for_stateful(series, batch, timesteps):
    n, rest = divmod(len(series), batch * timesteps)
    if n == 0 or rest:
        raise ValueError
    return series.reshape(batch, n, timesteps, -1).swapaxes(0, 1)

# %% wrong: reversed_rows
# The rows are in reverse order.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: rows are in reverse
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows[::-1].swapaxes(0, 1)

# %% wrong: round_up
# The number of chunks is rounded, not cut off.
# fails: cut_for_stateful-rest
# message: drop the steps that are left over
def cut_for_stateful(series, batch, timesteps):
    n = round(len(series) / (batch * timesteps))
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: rows_first
# The axes are left as (B, n, T, D).
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: rows come before the chunks
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows

# %% wrong: short_by_batch
# Only a series shorter than the batch is refused.
# fails: cut_for_stateful-short
# message: no ValueError
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if len(series) < batch:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: sliding
# Windows that overlap, as in notebook 1.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: windows overlap
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    windows = np.stack([series[i:i + timesteps] for i in range(n * batch)])
    return windows.reshape(batch, n, timesteps, -1).swapaxes(0, 1)

# %% wrong: swap_only_if_needed
# The axes are swapped only where the shape shows it; wrong where n equals B.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: plain reshape
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    if rows.shape[0] == n:
        return rows
    return rows.swapaxes(0, 1)

# %% wrong: time_before_rows
# The time axis comes before the rows.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: time axis comes before the rows
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.transpose(1, 2, 0, 3)

# %% wrong: transposed
# All axes are reversed by .T.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: reverse order
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.T

# %% wrong: wrong_swap
# The wrong pair of axes is swapped.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: before the chunks
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(1, 2)

# %% wrong: zero_division
# np.split into no parts raises another error.
# fails: cut_for_stateful-short
# message: ZeroDivisionError
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    rows = np.split(series[:n * batch * timesteps], batch)
    return np.stack(np.split(np.stack(rows), n, axis=1))

# %% wrong: all_windows
# All windows of the series, as in notebook 1.
# fails: cut_for_stateful-check cut_for_stateful-rows cut_for_stateful-rest
# message: windows overlap
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    return np.stack([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])

# %% wrong: array_split
# np.array_split makes rows of unequal length.
# fails: cut_for_stateful-rest
# message: should start where the row before it ends
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    rows = [row[:n * timesteps] for row in np.array_split(series, batch)]
    return np.stack([np.split(row, n) for row in rows], axis=1)

# %% wrong: one_less
# The last time step is thought to be needed as a target.
# fails: cut_for_stateful-check cut_for_stateful-rows cut_for_stateful-short
# message: chunk
def cut_for_stateful(series, batch, timesteps):
    n = (len(series) - 1) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    rows = series[: batch * n * timesteps].reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)

# %% wrong: overlapping_chunks
# Windows that overlap, put into chunks by a reshape.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: windows overlap
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    windows = [series[i:i + timesteps] for i in range(n * batch)]
    return np.array(windows).reshape(n, batch, timesteps, -1)

# %% wrong: reshape_time_first
# The series is laid out as (n, T, B), which spreads neighbours over the rows.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: should have no gap
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    return used.reshape(n, timesteps, batch, -1).transpose(0, 2, 1, 3)

# %% wrong: second_reshape
# The rows are cut, and a second reshape is thought to exchange the axes.
# fails: cut_for_stateful-check cut_for_stateful-rows
# message: plain reshape
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    rows = series[:n * batch * timesteps].reshape(batch, n * timesteps, -1)
    return rows.reshape(n, batch, timesteps, -1)
