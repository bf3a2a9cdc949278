# %% right: deque
# A deque that forgets its oldest value.
from collections import deque
def cut_windows(series, timesteps):
    window, out = deque(maxlen=timesteps), []
    for value in series:
        window.append([value])
        if len(window) == timesteps:
            out.append(list(window))
    return np.array(out, dtype=np.float32)

# %% right: frame
# tf.signal.frame.
import tensorflow as tf
def cut_windows(series, timesteps):
    return tf.signal.frame(tf.constant(series, tf.float32), timesteps, 1)[..., tf.newaxis]

# %% right: indices
# An array of indices.
def cut_windows(series, timesteps):
    starts = np.arange(len(series) - timesteps + 1)
    return np.asarray(series)[starts[:, None] + np.arange(timesteps)][:, :, np.newaxis]

# %% right: lists
# Nested lists.
def cut_windows(series, timesteps):
    n = len(series)
    return [[[series[i + t]] for t in range(timesteps)] for i in range(n - timesteps + 1)]

# %% right: loop
# A loop, float32.
def cut_windows(series, timesteps):
    windows = []
    first = 0
    while first + timesteps <= len(series):
        windows.append(series[first:first + timesteps])
        first += 1
    print(len(windows), 'windows')
    return np.array(windows, dtype='float32').reshape(len(windows), timesteps, 1)

# %% right: preallocated
# Filled column by column.
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    out = np.empty((n, timesteps, 1))
    for t in range(timesteps):
        out[:, t, 0] = series[t:t + n]
    return out

# %% right: stack
# Shifted copies, stacked on the second axis.
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.stack([np.reshape(series[t:t + n], (n, 1)) for t in range(timesteps)], axis=1)

# %% right: view
# NumPy's sliding windows: a view that cannot be written to.
def cut_windows(series, timesteps):
    return np.lib.stride_tricks.sliding_window_view(series, timesteps)[..., None]

# %% wrong: aliased
# One list is put in many times.
# fails: cut_windows-values cut_windows-one
# message: window in the array is the last one
def cut_windows(series, timesteps):
    window = list(series[:timesteps])
    windows = [window]
    for value in series[timesteps:]:
        window.pop(0)
        window.append(value)
        windows.append(window)
    return np.array(windows)[..., None]

# %% wrong: axis_first
# The axis of size 1 first.
# fails: cut_windows-axes
# message: should be last
def cut_windows(series, timesteps):
    windows = [series[i:i + timesteps] for i in range(len(series) - timesteps + 1)]
    return np.array(windows)[None]

# %% wrong: axis_if_missing
# The axis is added only where no axis of size 1 is there.
# fails: cut_windows-one
# message: number of axes
def cut_windows(series, timesteps):
    windows = np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])
    return windows if 1 in windows.shape else windows[..., None]

# %% wrong: axis_in_the_middle
# The axis of size 1 in the middle.
# fails: cut_windows-axes
# message: should be last
def cut_windows(series, timesteps):
    windows = [series[i:i + timesteps] for i in range(len(series) - timesteps + 1)]
    return np.array(windows)[:, None, :]

# %% wrong: blocks
# Windows that do not overlap.
# fails: cut_windows-values
# message: do not overlap
def cut_windows(series, timesteps):
    n = len(series) // timesteps
    return np.reshape(series[:n * timesteps], (n, timesteps, 1))

# %% wrong: every_second
# Each window starts two values later.
# fails: cut_windows-values cut_windows-one
# message: two values after
def cut_windows(series, timesteps):
    windows = []
    for start in range(0, len(series) - timesteps + 1, 2):
        windows.append(series[start:start + timesteps])
    return np.array(windows)[:, :, None]

# %% wrong: first_again
# Each window is the first one.
# fails: cut_windows-values cut_windows-one
# message: window in the array is the first one
def cut_windows(series, timesteps):
    return np.array([series[:timesteps] for i in range(len(series) - timesteps + 1)])[..., None]

# %% wrong: four_axes
# Two axes of size 1.
# fails: cut_windows-axes
# message: should have three axes
def cut_windows(series, timesteps):
    windows = [[[value] for value in series[i:i + timesteps]] for i in range(len(series) - timesteps + 1)]
    return np.array(windows)[..., np.newaxis]

# %% wrong: full_length_empty
# A window as long as the series is refused.
# fails: cut_windows-one
# message: empty
def cut_windows(series, timesteps):
    if timesteps >= len(series):
        return np.zeros((0, timesteps, 1))
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])[..., None]

# %% wrong: hard_coded_four
# Four windows.
# fails: cut_windows-values cut_windows-one
# message: window
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(4)])[..., None]

# %% wrong: hard_coded_three
# Windows of three values.
# fails: cut_windows-values cut_windows-one
# message: shape
def cut_windows(series, timesteps):
    return np.array([series[i:i + 3] for i in range(len(series) - 3 + 1)])[..., None]

# %% wrong: in_place
# The series is reshaped in place.
# fails: cut_windows-unchanged
# message: changes the series
def cut_windows(series, timesteps):
    series.shape = (len(series), 1)
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])

# %% wrong: in_place_roll
# The series is moved on in place.
# fails: cut_windows-unchanged
# message: changes the series
def cut_windows(series, timesteps):
    windows = []
    for i in range(len(series) - timesteps + 1):
        windows.append(series[:timesteps].copy())
        series[:-1] = series[1:].copy()
    return np.array(windows)[..., None]

# %% wrong: inputs_without_target
# Each window must leave a next value, as for a forecast.
# fails: cut_windows-values cut_windows-one
# message: last window is missing
def cut_windows(series, timesteps):
    x, y = [], []
    for i in range(len(series) - timesteps):
        x.append(series[i:i + timesteps])
        y.append(series[i + timesteps])
    return np.expand_dims(np.array(x), axis=-1)

# %% wrong: integers
# Cast to integers.
# fails: cut_windows-values cut_windows-one
# message: cast to integers
def cut_windows(series, timesteps):
    windows = [series[i:i + timesteps] for i in range(len(series) - timesteps + 1)]
    return np.array(windows, dtype=int)[..., None]

# %% wrong: normalised
# The series is shifted by its mean, in place.
# fails: cut_windows-values cut_windows-one cut_windows-unchanged
# message: changes the series
def cut_windows(series, timesteps):
    series -= series.mean()
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])[..., None]

# %% wrong: one_short
# The last window is lost.
# fails: cut_windows-values cut_windows-one
# message: last window is missing
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps)])[..., None]

# %% wrong: one_too_long
# Windows with the next value too, which is the target.
# fails: cut_windows-values cut_windows-one
# message: one value too long
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps + 1] for i in range(len(series) - timesteps)])[..., None]

# %% wrong: one_too_many
# One window too many, rolled over.
# fails: cut_windows-values cut_windows-one
# message: one window too many
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 2
    return np.array([np.roll(series, -i)[:timesteps] for i in range(n)])[..., None]

# %% wrong: one_too_short
# Windows without the last value, which is the target.
# fails: cut_windows-values cut_windows-one
# message: one value too short
def cut_windows(series, timesteps):
    starts = range(len(series) - timesteps + 1)
    return np.array([series[i : i + timesteps - 1] for i in starts])[:, :, np.newaxis]

# %% wrong: one_value_steps
# Windows of one value are not cut.
# fails: cut_windows-one
# message: number of axes
def cut_windows(series, timesteps):
    if timesteps == 1:
        return series[:, None]
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])[..., None]

# %% wrong: one_window_squeezed
# A single window loses its batch axis.
# fails: cut_windows-one
# message: number of axes
def cut_windows(series, timesteps):
    windows = [series[i:i + timesteps] for i in range(len(series) - timesteps + 1)]
    return np.squeeze(np.array(windows))[..., None]

# %% wrong: padded
# The last windows are filled up with zeros.
# fails: cut_windows-values cut_windows-one
# message: padded with zeros
def cut_windows(series, timesteps):
    long = np.concatenate([series, np.zeros(timesteps)])
    return np.array([long[i:i + timesteps] for i in range(len(series))])[..., None]

# %% wrong: pair_with_targets
# The targets are returned as well.
# fails: cut_windows-values cut_windows-axes cut_windows-one cut_windows-unchanged
# message: returns 2 things
def cut_windows(series, timesteps):
    x = [series[i:i + timesteps] for i in range(len(series) - timesteps)]
    y = [series[i + timesteps] for i in range(len(series) - timesteps)]
    return np.array(x)[..., None], np.array(y)

# %% wrong: positions
# The positions of the values.
# fails: cut_windows-values cut_windows-one
# message: positions
def cut_windows(series, timesteps):
    starts = np.arange(len(series) - timesteps + 1)
    return (starts[:, None] + np.arange(timesteps))[..., None]

# %% wrong: ragged
# Windows that grow shorter at the end.
# fails: cut_windows-values cut_windows-axes cut_windows-one cut_windows-unchanged
# message: different lengths
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series))])[..., None]

# %% wrong: reshaped
# Stacked by time step and brought to the shape by a reshape.
# fails: cut_windows-check cut_windows-values
# message: mixes the windows
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.stack([series[t:t + n] for t in range(timesteps)]).reshape(n, timesteps, 1)

# %% wrong: resized
# np.resize in place of windows.
# fails: cut_windows-values
# message: cannot make windows
def cut_windows(series, timesteps):
    return np.resize(series, (len(series) - timesteps + 1, timesteps, 1))

# %% wrong: reversed
# The latest value first in each window.
# fails: cut_windows-values
# message: values of each window are in reverse order
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps][::-1] for i in range(len(series) - timesteps + 1)])[..., None]

# %% wrong: rolled
# Windows that reach over the end and begin anew.
# fails: cut_windows-values cut_windows-one
# message: continue with the first values
def cut_windows(series, timesteps):
    return np.array([np.roll(series, -i)[:timesteps] for i in range(len(series))])[..., None]

# %% wrong: starts_at_one
# The first window is lost.
# fails: cut_windows-values cut_windows-one
# message: first window is missing
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.array([series[i:i + timesteps] for i in range(1, n)]).reshape(-1, timesteps, 1)

# %% wrong: transposed
# Batch and time steps swapped.
# fails: cut_windows-values
# message: Batch and time steps are swapped
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.array([series[t:t + n] for t in range(timesteps)])[..., None]

# %% wrong: two_axes
# The axis for the input dimension is missing.
# fails: cut_windows-axes
# message: axis for the input dimension is missing
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])

# %% wrong: two_short
# Two windows are lost.
# fails: cut_windows-values cut_windows-one
# message: last two
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps - 1)]).reshape(-1, timesteps, 1)

# %% wrong: windows_reversed
# The last window first.
# fails: cut_windows-values
# message: windows are in reverse order
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps, -1, -1)])[..., None]
