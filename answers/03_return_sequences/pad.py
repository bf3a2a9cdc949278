# %% right: concatenate
# Zeros concatenated to each sentence; the mask padded in the same way.
def pad(sequences):
    def fill(block, size):
        return np.concatenate([block, np.zeros((size - len(block), *block.shape[1:]), block.dtype)])

    size = max(map(len, sequences))
    array = np.stack([fill(s, size) for s in sequences]).astype(np.float32)
    mask = np.stack([fill(np.ones(len(s), dtype=bool), size) for s in sequences])
    return array, mask

# %% right: keras
# pad_sequences in float32, the mask by a list comprehension.
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, padding="post", dtype="float32")
    mask = np.array([[t < len(s) for t in range(array.shape[1])] for s in sequences])
    return array, mask

# %% right: lists
# Nested lists, in a list of two.
def pad(sequences):
    longest = max([s.shape[0] for s in sequences])
    features = sequences[0].shape[1]
    array, mask = [], []
    for s in sequences:
        missing = longest - s.shape[0]
        array.append([list(map(float, row)) for row in s] + [[0.0] * features] * missing)
        mask.append([True] * s.shape[0] + [False] * missing)
    return [array, mask]

# %% right: np_pad
# np.pad and np.stack, the mask by a comparison.
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    T = lengths.max()
    rows = [np.pad(s.astype(float), ((0, T - len(s)), (0, 0))) for s in sequences]
    return np.stack(rows), np.arange(T)[None, :] < lengths[:, None]

# %% right: tensors
# TensorFlow's tensors, and a loop over time steps.
def pad(sequences):
    batch, steps = len(sequences), max(s.shape[0] for s in sequences)
    array = np.zeros((batch, steps, sequences[0].shape[-1]), dtype="float64")
    mask = np.full((batch, steps), False)
    for i in range(batch):
        for t in range(steps):
            if t < sequences[i].shape[0]:
                array[i][t] = sequences[i][t]
                mask[i][t] = True
    print("padded to", steps)
    return keras.ops.convert_to_tensor(array), keras.ops.convert_to_tensor(mask)

# %% right: zip_longest
# Time steps are zipped, then turned.
def pad(sequences):
    from itertools import zip_longest

    zero = [0.0] * sequences[0].shape[1]
    steps = list(zip_longest(*[s.tolist() for s in sequences], fillvalue=zero))
    real = list(zip_longest(*[[True] * len(s) for s in sequences], fillvalue=False))
    return np.array(steps, dtype=float).swapaxes(0, 1), np.array(real).T

# %% wrong: array_in_front
# The padding stands in front in the array; the mask is right.
# fails: pad-array
# message: padding in front
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32")
    mask = np.arange(lengths.max()) < lengths[:, None]
    return array, mask

# %% wrong: array_only
# Only the array is returned.
# fails: pad-array pad-mask pad-zeros pad-fractions pad-unchanged
# message: two things
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array

# %% wrong: buffer_not_cleared
# One row serves for all sentences and is never cleared.
# fails: pad-array
# message: words of an earlier sentence
def pad(sequences):
    longest = max(len(s) for s in sequences)
    row = np.zeros((longest, sequences[0].shape[1]))
    rows, mask = [], []
    for s in sequences:
        row[: len(s)] = s
        rows.append(row.copy())
        mask.append([t < len(s) for t in range(longest)])
    return np.array(rows), np.array(mask)

# %% wrong: cut_to_shortest
# All sentences are cut to the shortest.
# fails: pad-array pad-mask
# message: length of the shortest sentence
def pad(sequences):
    shortest = min(len(s) for s in sequences)
    array = np.array([s[:shortest] for s in sequences], dtype=float)
    return array, np.ones(array.shape[:2], dtype=bool)

# %% wrong: dtype_of_first
# The array has the dtype of the first sentence.
# fails: pad-fractions
# message: lost its fractions
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]), dtype=sequences[0].dtype)
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: empties_the_list
# The sentences are popped off the list.
# fails: pad-unchanged
# message: changes the list
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    rows = []
    while sequences:
        s = sequences.pop(0)
        rows.append(np.pad(s.astype(float), ((0, lengths.max() - len(s)), (0, 0))))
    return np.stack(rows), np.arange(lengths.max()) < lengths[:, None]

# %% wrong: fills_the_list
# The padded sentences are put back into the list.
# fails: pad-unchanged
# message: changes the sentences
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    longest = lengths.max()
    for i, s in enumerate(sequences):
        sequences[i] = np.vstack([s, np.zeros((longest - len(s), s.shape[1]))])
    return np.stack(sequences), np.arange(longest) < lengths[:, None]

# %% wrong: fixed_steps
# Padded to the ten time steps of the example, whatever the sentences.
# fails: pad-array pad-mask
# message: ten time steps
def pad(sequences):
    array = np.zeros((len(sequences), 10, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), 10), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: hard_coded_features
# Always four features.
# fails: pad-array pad-mask pad-fractions pad-unchanged
# message: stopped with ValueError
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, 4))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: in_front
# The padding stands in front, in array and mask.
# fails: pad-array pad-mask
# message: padding in front
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, longest - len(s):] = s
        mask[i, longest - len(s):] = True
    return array, mask

# %% wrong: int_dtype
# The array is made for integers.
# fails: pad-fractions
# message: lost its fractions
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]), dtype=int)
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: integers_stay_integers
# The dtype that all sentences share: integers where all hold integers.
# fails: pad-fractions
# message: for integers the array should be float
def pad(sequences):
    longest = max(len(s) for s in sequences)
    shape = (len(sequences), longest, sequences[0].shape[1])
    array = np.zeros(shape, dtype=np.result_type(*sequences))
    mask = np.zeros(shape[:2], dtype=bool)
    for i, s in enumerate(sequences):
        array[i, : len(s)] = s
        mask[i, : len(s)] = True
    return array, mask

# %% wrong: kept_rows
# The rows are a default argument and pile up over the calls.
# fails: pad-array pad-mask pad-zeros pad-fractions pad-unchanged
# message: stopped with
def pad(sequences, rows=[]):
    lengths = np.array([len(s) for s in sequences])
    for s in sequences:
        rows.append(np.pad(s.astype(float), ((0, lengths.max() - len(s)), (0, 0))))
    return np.stack(rows), np.arange(lengths.max()) < lengths[:, None]

# %% wrong: keras_defaults
# pad_sequences as it stands: padding in front, integers.
# fails: pad-array pad-fractions
# message: padding
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences)
    return array, np.arange(array.shape[1]) < lengths[:, None]

# %% wrong: keras_post
# pad_sequences with padding="post" and its default dtype of integers.
# fails: pad-fractions
# message: lost its fractions
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, padding="post")
    return array, np.arange(array.shape[1]) < lengths[:, None]

# %% wrong: last_step_dropped
# The last time step of each sentence is dropped.
# fails: pad-array pad-fractions
# message: last time step of each sentence is missing
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.zeros((len(sequences), lengths.max(), sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        for t in range(len(s) - 1):
            array[i, t] = s[t]
    return array, np.arange(lengths.max()) < lengths[:, None]

# %% wrong: length_of_first
# The first sentence is taken for the longest.
# fails: pad-array pad-mask
# message: stopped with ValueError
def pad(sequences):
    longest = len(sequences[0])
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: length_of_last
# Cut or padded to the length of the last sentence.
# fails: pad-array pad-mask
# message: as long as the last sentence
def pad(sequences):
    longest = len(sequences[-1])
    array = keras.utils.pad_sequences(sequences, maxlen=longest, dtype="float64", padding="post", truncating="post")
    lengths = np.array([len(s) for s in sequences])
    return array, np.arange(longest) < lengths[:, None]

# %% wrong: mask_all_true
# The mask is True everywhere.
# fails: pad-mask
# message: True everywhere
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    return array, np.ones(array.shape[:2], dtype=bool)

# %% wrong: mask_column
# The mask has an axis of 1 at its end.
# fails: pad-mask
# message: axis of size 1
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, (np.arange(lengths.max()) < lengths[:, None])[..., None]

# %% wrong: mask_elementwise
# The comparison with zero, value by value: three axes.
# fails: pad-mask pad-zeros
# message: axis for the features
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    return array, array != 0

# %% wrong: mask_first
# Mask and array are returned in the other order.
# fails: pad-array pad-mask pad-zeros pad-fractions
# message: return the array first
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return mask, array

# %% wrong: mask_from_any_value
# The mask made from the values: a time step of zeros is taken for padding.
# fails: pad-zeros
# message: all of its features are zero
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.any(array != 0, axis=-1)

# %% wrong: mask_from_first_feature
# The mask made from the first feature of each time step.
# fails: pad-zeros
# message: some of its features are zero
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, array[:, :, 0] != 0

# %% wrong: mask_from_last_nonzero
# The length taken from the last time step that is not zero.
# fails: pad-zeros
# message: it is the last word and all zeros
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        rows = np.flatnonzero(array[i].any(axis=1))
        mask[i, :rows[-1] + 1] = True
    return array, mask

# %% wrong: mask_from_masking_layer
# The mask asked of keras.layers.Masking, which goes by the values.
# fails: pad-zeros
# message: all of its features are zero
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.asarray(keras.layers.Masking().compute_mask(array))

# %% wrong: mask_from_sum
# The mask made from the sum of the features.
# fails: pad-zeros
# message: add up to zero
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, array.sum(axis=2) != 0

# %% wrong: mask_in_front
# The mask is made for padding in front; the array is right.
# fails: pad-mask
# message: True at the end of each row
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    longest = lengths.max()
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    mask = np.arange(longest) >= longest - lengths[:, None]
    return array, mask

# %% wrong: mask_integers
# The mask holds 0 and 1.
# fails: pad-mask
# message: should hold True and False
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=int)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = 1
    return array, mask

# %% wrong: mask_inverted
# The mask is True where the padding is.
# fails: pad-mask
# message: inverted
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.ones((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = False
    return array, mask

# %% wrong: mask_last_only
# The mask is True at the last real time step only.
# fails: pad-mask
# message: last real time step only
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, len(s) - 1] = True
    return array, mask

# %% wrong: mask_lengths
# The lengths are returned in place of the mask.
# fails: pad-mask
# message: holds the lengths
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.array([len(s) for s in sequences])

# %% wrong: mask_one_less
# The mask lacks the last real time step.
# fails: pad-mask
# message: False at the last real time step
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.arange(1, lengths.max() + 1) < lengths[:, None]

# %% wrong: mask_one_more
# The mask is True for one time step too many.
# fails: pad-mask
# message: one padded time step
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.arange(lengths.max()) <= lengths[:, None]

# %% wrong: mask_turned_where_it_fits
# Lengths and time steps are compared along the wrong axis; turned where the sizes tell.
# fails: pad-mask
# message: time axis before the batch axis
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, : len(s)] = s
    mask = np.arange(longest)[:, None] < np.array([len(s) for s in sequences])
    return array, mask if mask.shape == array.shape[:2] else mask.T

# %% wrong: mask_with_features
# The mask has an axis for the features.
# fails: pad-mask
# message: axis for the features
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros(array.shape, dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: np_empty
# An array that is never cleared: what stood in memory is taken for padding.
# fails: pad-array
# message: values are wrong
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.full((len(sequences), lengths.max(), sequences[0].shape[1]), 1e-3)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.arange(lengths.max()) < lengths[:, None]

# %% wrong: np_resize
# np.resize: each sentence begins anew where it ends.
# fails: pad-array
# message: starts a sentence again
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    rows = [np.resize(s, (lengths.max(), s.shape[1])) for s in sequences]
    return np.array(rows, dtype=float), np.arange(lengths.max()) < lengths[:, None]

# %% wrong: one_row_appended
# One row serves for all sentences, and the list holds it many times.
# fails: pad-array pad-fractions
# message: repeats one sentence
def pad(sequences):
    longest = max(len(s) for s in sequences)
    row = np.zeros((longest, sequences[0].shape[1]))
    rows, mask = [], []
    for s in sequences:
        row[: len(s)] = s
        rows.append(row)
        mask.append([t < len(s) for t in range(longest)])
    return np.array(rows), np.array(mask)

# %% wrong: one_step_too_long
# One time step of padding too many.
# fails: pad-array pad-mask
# message: one time step too long
def pad(sequences):
    longest = max(len(s) for s in sequences) + 1
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: ragged
# Nothing is padded: an object array of sentences.
# fails: pad-array pad-mask pad-zeros pad-fractions pad-unchanged
# message: array of numbers
def pad(sequences):
    array = np.empty(len(sequences), dtype=object)
    for i, s in enumerate(sequences):
        array[i] = s
    mask = np.array([len(s) > 0 for s in sequences])
    return array, mask

# %% wrong: repeats_last_word
# np.pad in the mode "edge": the last word is repeated.
# fails: pad-array
# message: repeats the last word
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    rows = [np.pad(s, ((0, lengths.max() - len(s)), (0, 0)), mode="edge") for s in sequences]
    return np.stack(rows).astype(float), np.arange(lengths.max()) < lengths[:, None]

# %% wrong: resizes_in_place
# The arrays of the list are resized in place.
# fails: pad-unchanged
# message: changes the sentences
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    longest = lengths.max()
    for s in sequences:
        s.resize((longest, s.shape[1]), refcheck=False)
    return np.stack(sequences).astype(float), np.arange(longest) < lengths[:, None]

# %% wrong: sorted
# The sentences are sorted by length, in a new list.
# fails: pad-array pad-mask
# message: different order
def pad(sequences):
    ordered = sorted(sequences, key=len)
    longest = len(ordered[-1])
    array = np.zeros((len(ordered), longest, ordered[0].shape[1]))
    mask = np.zeros((len(ordered), longest), dtype=bool)
    for i, s in enumerate(ordered):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: sorts_the_list
# The list itself is sorted by length.
# fails: pad-array pad-mask pad-unchanged
# message: different order
def pad(sequences):
    sequences.sort(key=len)
    longest = len(sequences[-1])
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: squeezed
# squeeze drops every axis of size 1.
# fails: pad-array
# message: lost an axis
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    return np.squeeze(array), np.arange(lengths.max()) < lengths[:, None]

# %% wrong: time_first
# Time is the first axis, in array and mask.
# fails: pad-array pad-mask pad-fractions
# message: time axis before the batch axis
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    mask = np.arange(lengths.max()) < lengths[:, None]
    return array.transpose(1, 0, 2), mask.T

# %% wrong: two_sentences
# Always two sentences.
# fails: pad-array pad-mask pad-zeros pad-unchanged
# message: stopped with
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((2, longest, sequences[0].shape[1]))
    mask = np.zeros((2, longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask

# %% wrong: with_minus_one
# Padded with -1, to tell it from real zeros.
# fails: pad-array
# message: padded with -1
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post", value=-1)
    return array, np.arange(lengths.max()) < lengths[:, None]

# %% wrong: with_nan
# Padded with nan.
# fails: pad-array
# message: nan
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.full((len(sequences), lengths.max(), sequences[0].shape[1]), np.nan)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.arange(lengths.max()) < lengths[:, None]

# %% wrong: with_ones
# Padded with ones.
# fails: pad-array
# message: padded with ones
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.ones((len(sequences), lengths.max(), sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.arange(lengths.max()) < lengths[:, None]

# %% wrong: mask_floats
# The mask holds 0.0 and 1.0.
# fails: pad-mask
# message: should hold True and False
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest))
    for i, s in enumerate(sequences):
        array[i, : len(s)] = s
        mask[i, : len(s)] = 1.0
    return array, mask

# %% wrong: maxlen_is_batch
# maxlen taken for the number of sentences.
# fails: pad-array pad-mask pad-fractions
# message: as many time steps as there are sentences
def pad(sequences):
    size = len(sequences)
    array = keras.utils.pad_sequences(sequences, maxlen=size, dtype="float32", padding="post", truncating="post")
    mask = np.array([[t < len(s) for t in range(size)] for s in sequences])
    return array, mask

# %% wrong: joined
# All sentences in one long array.
# fails: pad-array pad-mask pad-fractions
# message: all sentences in one
def pad(sequences):
    array = np.concatenate(sequences).astype(float)
    mask = np.ones(len(array), dtype=bool)
    return array, mask

# %% wrong: longest_first
# The sentences are sorted, the longest first, as PyTorch's packing wants them.
# fails: pad-array pad-mask
# message: keep the order of the list
def pad(sequences):
    ordered = sorted(sequences, key=len, reverse=True)
    lengths = np.array([len(s) for s in ordered])
    array = np.zeros((len(ordered), lengths[0], ordered[0].shape[1]))
    for i, s in enumerate(ordered):
        array[i, : len(s)] = s
    return array, np.arange(lengths[0]) < lengths[:, None]

# %% wrong: reversed
# Each sentence is reversed, as some old tutorials do.
# fails: pad-array pad-fractions
# message: reverse order
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    rows = [np.pad(s[::-1].astype(float), ((0, lengths.max() - len(s)), (0, 0))) for s in sequences]
    return np.stack(rows), np.arange(lengths.max()) < lengths[:, None]

# %% wrong: printed
# Array and mask are printed, not returned.
# fails: pad-array pad-mask pad-zeros pad-fractions pad-unchanged
# message: returns None
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    print(np.stack([np.pad(s.astype(float), ((0, lengths.max() - len(s)), (0, 0))) for s in sequences]))
    print(np.arange(lengths.max()) < lengths[:, None])

# %% wrong: return_in_loop
# The return is in the loop: only the first sentence is filled in.
# fails: pad-array pad-mask pad-fractions
# message: end the loop too early
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, : len(s)] = s
        mask[i, : len(s)] = True
        return array, mask
