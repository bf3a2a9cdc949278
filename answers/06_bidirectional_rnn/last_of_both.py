# %% right: hstack
# np.hstack.
def last_of_both(fwd, bwd):
    return np.hstack((fwd[:, -1, :], bwd[:, 0, :]))

# %% right: loop
# Sentence by sentence.
def last_of_both(fwd, bwd):
    return np.array([np.concatenate([f[-1], g[0]]) for f, g in zip(fwd, bwd)])

# %% right: preallocated
# An array made before, float32.
def last_of_both(fwd, bwd):
    B, T, H = fwd.shape
    out = np.empty((B, 2 * H), dtype='float32')
    out[:, :H] = fwd[:, T - 1]
    out[:, H:] = bwd[:, 0]
    return out

# %% right: take_lists
# np.take and lists.
def last_of_both(fwd, bwd):
    f = np.take(fwd, fwd.shape[1] - 1, axis=1).tolist()
    g = np.take(bwd, 0, axis=1).tolist()
    return [a + b for a, b in zip(f, g)]

# %% right: tensor
# Keras operations.
def last_of_both(fwd, bwd):
    return keras.ops.concatenate([keras.ops.array(fwd)[:, -1], keras.ops.array(bwd)[:, 0]], axis=1)

# %% right: turned_first
# The backward states are turned to the order of reading, and the last is taken.
def last_of_both(fwd, bwd):
    read = np.flip(bwd, axis=1)
    return np.c_[fwd[:, -1], read[:, -1]]

# %% wrong: batch_axis
# Time is taken for axis 0.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: picks a sentence
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[-1], bwd[0]], axis=-1)

# %% wrong: both_first
# Row 0 for both directions.
# fails: last_of_both-forward
# message: row 0 of both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, 0], bwd[:, 0]], axis=-1)

# %% wrong: both_last
# Row -1 for both directions.
# fails: last_of_both-backward
# message: row -1 of both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], bwd[:, -1]], axis=-1)

# %% wrong: ends_exchanged
# The first forward and the last backward state.
# fails: last_of_both-forward last_of_both-backward
# message: row 0 of
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, 0], bwd[:, -1]], axis=-1)

# %% wrong: first_of_forward
# The backward half is the first forward state.
# fails: last_of_both-backward
# message: first row of the forward states
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], fwd[:, 0]], axis=-1)

# %% wrong: forward_twice
# The forward state is taken twice.
# fails: last_of_both-backward
# message: forward state twice
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], fwd[:, -1]], axis=-1)

# %% wrong: halves_exchanged
# The backward half first.
# fails: last_of_both-forward last_of_both-backward
# message: halves exchanged
def last_of_both(fwd, bwd):
    return np.concatenate([bwd[:, 0], fwd[:, -1]], axis=-1)

# %% wrong: index_one
# The first word has index 1.
# fails: last_of_both-backward last_of_both-edge
# message: row 1 of the backward
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], bwd[:, 1]], axis=-1)

# %% wrong: index_written_out
# Ten words are written out.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: IndexError
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, 9], bwd[:, 0]], axis=-1)

# %% wrong: joined_in_batch
# The two states are joined along the batch axis.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: along the batch axis
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], bwd[:, 0]])

# %% wrong: max
# The largest value over time.
# fails: last_of_both-forward last_of_both-backward
# message: largest value over time
def last_of_both(fwd, bwd):
    return np.concatenate([fwd.max(axis=1), bwd.max(axis=1)], axis=-1)

# %% wrong: mean
# The mean over time.
# fails: last_of_both-forward last_of_both-backward
# message: mean over time
def last_of_both(fwd, bwd):
    return np.concatenate([fwd.mean(axis=1), bwd.mean(axis=1)], axis=-1)

# %% wrong: one_before_last
# Minus two for the last.
# fails: last_of_both-forward last_of_both-edge
# message: row -2
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -2], bwd[:, 0]], axis=-1)

# %% wrong: squeezed
# Axes of length 1 are squeezed out.
# fails: last_of_both-edge
# message: has no batch axis
def last_of_both(fwd, bwd):
    return np.squeeze(np.concatenate([fwd[:, -1], bwd[:, 0]], axis=-1))

# %% wrong: squeezed_states
# The states are squeezed before.
# fails: last_of_both-edge
# message: has shape
def last_of_both(fwd, bwd):
    f, g = np.squeeze(fwd), np.squeeze(bwd)
    if f.ndim == 2:
        return np.concatenate([f[-1], g[0]])[None]
    return np.concatenate([f[:, -1], g[:, 0]], axis=-1)

# %% wrong: stacked
# The two states are stacked.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: new first axis
def last_of_both(fwd, bwd):
    return np.stack([fwd[:, -1], bwd[:, 0]])

# %% wrong: stacked_axis_1
# The two states are stacked along axis 1.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: new axis after the batch
def last_of_both(fwd, bwd):
    return np.stack([fwd[:, -1], bwd[:, 0]], axis=1)

# %% wrong: sum
# The two states are added.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: sum of the halves
def last_of_both(fwd, bwd):
    return fwd[:, -1] + bwd[:, 0]

# %% wrong: time_kept
# A time axis of length 1 is kept.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: time axis of length 1
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1:], bwd[:, :1]], axis=-1)

# %% wrong: turned_again
# The backward states are turned round once more.
# fails: last_of_both-backward
# message: row -1 of both
def last_of_both(fwd, bwd):
    turned = bwd[:, ::-1]
    return np.hstack([fwd[:, -1], turned[:, 0]])

# %% wrong: turned_in_place
# The backward states are turned round in the caller's array.
# fails: last_of_both-edge
# message: changes the argument bwd
def last_of_both(fwd, bwd):
    bwd[:] = bwd[:, ::-1].copy()
    return np.concatenate([fwd[:, -1], bwd[:, -1]], axis=-1)

# %% wrong: unit_axis
# Time is taken for the last axis.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: picks a unit
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[..., -1], bwd[..., 0]], axis=-1)

# %% wrong: units_reversed
# The last axis of the backward states is turned.
# fails: last_of_both-backward
# message: units of the backward half reversed
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], bwd[:, 0, ::-1]], axis=-1)

# %% wrong: all_steps
# All time steps are joined.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: holds all time steps
def last_of_both(fwd, bwd):
    return np.concatenate([fwd, bwd], axis=-1)

# %% wrong: last_row_of_joined
# Row -1 of the two halves side by side.
# fails: last_of_both-backward
# message: row -1 of both
def last_of_both(fwd, bwd):
    both = np.concatenate([fwd, bwd], axis=-1)
    return both[:, -1, :]

# %% wrong: in_turns
# Forward and backward units alternate.
# fails: last_of_both-forward last_of_both-backward
# message: alternates forward and backward units
def last_of_both(fwd, bwd):
    f, b = fwd[:, -1], bwd[:, 0]
    return np.stack([f, b], axis=-1).reshape(len(f), -1)

# %% wrong: a_pair
# A pair of states is returned.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: along a new first axis
def last_of_both(fwd, bwd):
    return fwd[:, -1, :], bwd[:, 0, :]

# %% wrong: one_sentence
# Only the first sentence is read.
# fails: last_of_both-forward last_of_both-backward last_of_both-edge
# message: first sentence only
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[0, -1], bwd[0, 0]])
