# %% right: bool_mask
# A mask with one True in each row.
def last_real(states, lengths):
    return states[np.arange(states.shape[1]) == lengths[:, None] - 1]

# %% right: einsum
# One-hot weights over time, in float32.
def last_real(states, lengths):
    pick = np.eye(states.shape[1])[lengths - 1]
    return np.einsum("bt,bth->bh", pick, states).astype("float32")

# %% right: flat_index
# One index into all time steps of all sentences.
def last_real(states, lengths):
    B, T, H = states.shape
    return states.reshape(B * T, H)[np.arange(B) * T + lengths - 1]

# %% right: gather
# TensorFlow's gather with a batch axis.
import tensorflow as tf


def last_real(states, lengths):
    return tf.gather(states, lengths - 1, axis=1, batch_dims=1)

# %% right: lists
# A list of lists.
def last_real(states, lengths):
    return [states[i][int(lengths[i]) - 1].tolist() for i in range(len(states))]

# %% right: loop
# A loop and a stack.
def last_real(states, lengths):
    result = []
    for row, n in zip(states, lengths):
        result.append(row[n - 1])
    return np.stack(result)

# %% right: preallocated
# A preallocated array filled sentence by sentence; the real part cut out first.
def last_real(states, lengths):
    B, T, H = np.shape(states)
    result = np.empty((B, H))
    for b in range(B):
        real = states[b, : lengths[b]]
        result[b] = real[-1]
    return result

# %% right: take_along_axis
# take_along_axis, the time axis taken off by its number.
def last_real(states, lengths):
    index = (np.asarray(lengths) - 1).reshape(-1, 1, 1)
    return np.take_along_axis(states, index, axis=1)[:, 0, :]

# %% wrong: aliased
# One buffer is appended many times.
# fails: last_real-values
# message: append the same array
def last_real(states, lengths):
    row = np.zeros(states.shape[2])
    result = []
    for i, n in enumerate(lengths):
        row[:] = states[i, n - 1]
        result.append(row)
    return np.array(result)

# %% wrong: all_pairs
# All lengths picked from every sentence.
# fails: last_real-values last_real-shape
# message: every length for every sentence
def last_real(states, lengths):
    return states[:, lengths - 1]

# %% wrong: all_real
# All real states of each sentence.
# fails: last_real-values last_real-shape
# message: rows have different lengths
def last_real(states, lengths):
    return [states[i, :n] for i, n in enumerate(lengths)]

# %% wrong: along_batch
# The lengths index the first axis.
# fails: last_real-values last_real-shape last_real-unchanged
# message: lengths on the time axis
def last_real(states, lengths):
    return states[lengths - 1]

# %% wrong: cleared_padding
# The padding is cleared, and then the last step taken.
# fails: last_real-values last_real-unchanged
# message: set to zero
def last_real(states, lengths):
    steps = np.arange(states.shape[1])
    cleared = np.where((steps < lengths[:, None])[:, :, None], states, 0)
    return cleared[:, -1]

# %% wrong: clears_padding
# The padded states are set to zero in place.
# fails: last_real-unchanged
# message: changes the states
def last_real(states, lengths):
    result = []
    for i, n in enumerate(lengths):
        states[i, n:] = 0
        result.append(states[i, n - 1])
    return np.array(result)

# %% wrong: clipped
# The length is the index, clipped at the end of the array.
# fails: last_real-values
# message: one time step too late
def last_real(states, lengths):
    T = states.shape[1]
    return np.stack([states[i, min(n, T - 1)] for i, n in enumerate(lengths)])

# %% wrong: first_length
# The length of the first sentence for all.
# fails: last_real-values
# message: first sentence
def last_real(states, lengths):
    return states[:, lengths[0] - 1]

# %% wrong: first_row
# The first state.
# fails: last_real-values
# message: first state
def last_real(states, lengths):
    return states[:, 0, :]

# %% wrong: flat
# All states in one long row.
# fails: last_real-values last_real-shape
# message: is flat
def last_real(states, lengths):
    return np.concatenate([states[i, n - 1] for i, n in enumerate(lengths)])

# %% wrong: from_the_end
# The lengths are counted from the end.
# fails: last_real-values
# message: from the end
def last_real(states, lengths):
    return states[np.arange(len(lengths)), -lengths]

# %% wrong: index_of_length
# The sentence is looked up by its length, so that two of one length become the same.
# fails: last_real-values
# message: sentences of the same length
def last_real(states, lengths):
    listed = list(lengths)
    return np.stack([states[listed.index(n), n - 1] for n in listed])

# %% wrong: integers
# The result array is made for integers.
# fails: last_real-values
# message: cast to integers
def last_real(states, lengths):
    result = np.zeros((states.shape[0], states.shape[2]), dtype=int)
    for i, n in enumerate(lengths):
        result[i] = states[i, n - 1]
    return result

# %% wrong: keeps_axis
# take_along_axis keeps a time axis of 1.
# fails: last_real-values last_real-shape
# message: time axis of size 1
def last_real(states, lengths):
    return np.take_along_axis(states, (lengths - 1)[:, None, None], axis=1)

# %% wrong: last_nonzero
# The last state that is not zero: the layer computed on, so none is.
# fails: last_real-values
# message: after the padding
def last_real(states, lengths):
    return np.array([row[np.flatnonzero(row.any(axis=-1))[-1]] for row in states])

# %% wrong: last_row
# The last state, after the padding.
# fails: last_real-values
# message: after the padding
def last_real(states, lengths):
    return states[:, -1]

# %% wrong: last_sentence_dropped
# The loop ends one sentence too early.
# fails: last_real-values last_real-shape
# message: missing from the result
def last_real(states, lengths):
    return np.array([states[i, lengths[i] - 1] for i in range(len(lengths) - 1)])

# %% wrong: lengths_in_place
# One is subtracted from the lengths in place.
# fails: last_real-unchanged
# message: changes the lengths
def last_real(states, lengths):
    lengths -= 1
    return states[np.arange(len(lengths)), lengths]

# %% wrong: longest
# The longest length for all sentences.
# fails: last_real-values
# message: longest sentence
def last_real(states, lengths):
    return states[:, max(lengths) - 1]

# %% wrong: loops_over_time
# The loop runs over the time steps, not over the sentences.
# fails: last_real-values last_real-shape last_real-unchanged
# message: stopped with IndexError
def last_real(states, lengths):
    result = []
    for i in range(states.shape[1]):
        result.append(states[i, lengths[i] - 1])
    return np.array(result)

# %% wrong: max
# The largest of the real states.
# fails: last_real-values
# message: maximum of the real states
def last_real(states, lengths):
    return np.array([states[i, :n].max(axis=0) for i, n in enumerate(lengths)])

# %% wrong: mean
# The mean of the real states.
# fails: last_real-values
# message: mean of the real states
def last_real(states, lengths):
    return np.array([states[i, :n].mean(axis=0) for i, n in enumerate(lengths)])

# %% wrong: one_too_early
# Two subtracted from the length.
# fails: last_real-values
# message: one time step too early
def last_real(states, lengths):
    return states[np.arange(len(lengths)), lengths - 2]

# %% wrong: one_too_late
# The length itself is the index.
# fails: last_real-values
# message: one time step too late
def last_real(states, lengths):
    return states[np.arange(len(lengths)), lengths]

# %% wrong: overwritten
# The result is overwritten: the last sentence only.
# fails: last_real-values last_real-shape
# message: only one sentence
def last_real(states, lengths):
    for i, n in enumerate(lengths):
        result = states[i, n - 1]
    return result

# %% wrong: return_in_loop
# The return stands in the loop: the first sentence only.
# fails: last_real-values last_real-shape
# message: only one sentence
def last_real(states, lengths):
    result = []
    for i in range(len(lengths)):
        result.append(states[i, lengths[i] - 1])
        return np.array(result[0])

# %% wrong: shortest
# The shortest length for all sentences.
# fails: last_real-values
# message: shortest sentence
def last_real(states, lengths):
    return states[:, lengths.min() - 1, :]

# %% wrong: squeeze
# squeeze drops every axis of size 1, that of the batch among them.
# fails: last_real-shape
# message: lost an axis
def last_real(states, lengths):
    return np.take_along_axis(states, (lengths - 1)[:, None, None], axis=1).squeeze()

# %% wrong: sum
# The sum of the real states, by a mask that is never narrowed to one time step.
# fails: last_real-values
# message: sum of the real states
def last_real(states, lengths):
    mask = np.arange(states.shape[1]) < lengths[:, None]
    return np.einsum("bt,bth->bh", mask.astype(float), states)

# %% wrong: transposed
# Hidden states and sentences swapped.
# fails: last_real-values last_real-shape
# message: swapped
def last_real(states, lengths):
    return np.stack([states[i, n - 1] for i, n in enumerate(lengths)], axis=1)

# %% wrong: two_sentences
# Always two sentences, as in the example.
# fails: last_real-values last_real-shape
# message: two sentences
def last_real(states, lengths):
    return np.stack([states[0, lengths[0] - 1], states[1, lengths[1] - 1]])

# %% wrong: real_part_of_longest
# All states up to the longest length.
# fails: last_real-values last_real-shape
# message: all states up to a length
def last_real(states, lengths):
    return states[:, : max(lengths)]

# %% wrong: mask_mean
# The mean over the real time steps, with a mask as in pooling.
# fails: last_real-values
# message: mean of the real states
def last_real(states, lengths):
    mask = (np.arange(states.shape[1])[None, :] < lengths[:, None])[:, :, None]
    return (states * mask).sum(axis=1) / lengths[:, None]

# %% wrong: minus_length
# A negative index meant to skip the padding.
# fails: last_real-values
# message: counted from the end
def last_real(states, lengths):
    return np.array([row[-n] for row, n in zip(states, lengths)])

# %% wrong: hidden_axis
# The first two axes swapped in mind: one unit of each sentence.
# fails: last_real-values last_real-shape
# message: only one unit
def last_real(states, lengths):
    return np.array([states[i, n - 1, -1] for i, n in enumerate(lengths)])

# %% wrong: sorted_lengths
# The lengths are sorted in place before they are used.
# fails: last_real-values last_real-unchanged
# message: lengths are sorted
def last_real(states, lengths):
    lengths.sort()
    return states[np.arange(len(lengths)), lengths - 1]

# %% wrong: printed
# The result is printed, not returned.
# fails: last_real-values last_real-shape last_real-unchanged
# message: is None
def last_real(states, lengths):
    print(states[np.arange(len(lengths)), lengths - 1])
