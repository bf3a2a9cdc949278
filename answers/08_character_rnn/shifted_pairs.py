# %% right: lists
# Lists that are padded before they become arrays.
def shifted_pairs(names, letters):
    size = 1 + max(map(len, names))
    read = [[1] + [letters.index(c) + 2 for c in name] for name in names]
    inputs = np.array([row + [0] * (size - len(row)) for row in read])
    targets = np.array([row[1:] + [1] + [0] * (size - len(row)) for row in read])
    return inputs, targets

# %% right: slices
# One array with both marks, cut twice.
def shifted_pairs(names, letters):
    whole = np.zeros((len(names), max(len(n) for n in names) + 2), dtype="int32")
    for k, name in enumerate(names):
        whole[k, 0] = whole[k, len(name) + 1] = 1
        for t, letter in enumerate(name):
            whole[k, t + 1] = 2 + letters.find(letter)
    targets = whole[:, 1:].copy()
    inputs = whole[:, :-1].copy()
    for k, name in enumerate(names):
        inputs[k, len(name) + 1 :] = 0
    return inputs, targets

# %% right: padding_of_keras
# Keras pads.
def shifted_pairs(names, letters):
    number = dict(zip(letters, range(2, 2 + len(letters))))
    coded = [[number[letter] for letter in name] for name in names]
    pad = keras.utils.pad_sequences
    return pad([[1, *row] for row in coded], padding="post"), pad([[*row, 1] for row in coded], padding="post")

# %% right: transposed_zip
# zip_longest fills the columns.
from itertools import zip_longest

def shifted_pairs(names, letters):
    def table(rows):
        return np.array(list(zip_longest(*rows, fillvalue=0))).T

    ids = {}
    for letter in letters:
        ids[letter] = len(ids) + 2
    rows = [[ids[letter] for letter in name] for name in names]
    return [table([[1] + row for row in rows]), table([row + [1] for row in rows])]

# %% wrong: not_shifted
# The targets equal the inputs.
# fails: shifted_pairs-targets
# message: not shifted
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [1, *numbers]
    return inputs, targets

# %% wrong: no_end_mark
# The targets end with the last letter.
# fails: shifted_pairs-targets
# message: end mark is missing
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name)] = numbers
    return inputs, targets

# %% wrong: no_end_mark_shorter
# Mark and letters without the last one, and the letters.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: T is too small
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(max(len(name) for name in names), 1)
    inputs = np.zeros((len(names), longest), dtype=int)
    targets = np.zeros((len(names), longest), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name)] = [1, *numbers][: len(name)]
        targets[row, : len(name)] = numbers
    return inputs, targets

# %% wrong: no_start_mark
# The inputs begin with the first letter.
# fails: shifted_pairs-inputs
# message: no mark in front
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name)] = numbers
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: exchanged
# The targets come first.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: in the wrong order
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return targets, inputs

# %% wrong: ids_from_1
# The letters are numbered from 1.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: begin with the id 1
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=1)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: ids_from_0
# The letters are numbered from 0.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: begin with the id 0
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=0)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: sorted_letters
# An own vocabulary from the names.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: another order
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(sorted(set("".join(names))), start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: padding_in_front
# The padding comes first.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: padding comes in front
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, longest - len(name) : ] = [1, *numbers]
        targets[row, longest - len(name) : ] = [*numbers, 1]
    return inputs, targets

# %% wrong: padded_with_mark
# Filled with ones.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: padding is the mark
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.ones((len(names), longest + 1), dtype=int)
    targets = np.ones((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: too_long
# One time step too many.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: one time step too long
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 2), dtype=int)
    targets = np.zeros((len(names), longest + 2), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: twenty
# Always 20 time steps.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: 20 time steps
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), 20), dtype=int)
    targets = np.zeros((len(names), 20), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: mark_is_0
# The mark has the id 0.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: mark has the id 0
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [0, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 0]
    return inputs, targets

# %% wrong: both_marks_in_inputs
# The inputs have both marks.
# fails: shifted_pairs-inputs shifted_pairs-targets
# message: also have the mark at the end
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 2), dtype=int)
    targets = np.zeros((len(names), longest + 2), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 2] = [1, *numbers, 1]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: shifted_by_two
# Shifted by two letters.
# fails: shifted_pairs-targets
# message: shifted by two
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name)] = [*numbers, 1][1:]
    return inputs, targets

# %% wrong: mark_at_the_row_end
# The end mark in the last column.
# fails: shifted_pairs-targets
# message: end of the row
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name)] = numbers
    return inputs, np.concatenate([targets[:, :-1], np.ones((len(names), 1), dtype=int)], axis=1)

# %% wrong: transposed
# Time steps in rows.
# fails: shifted_pairs-inputs shifted_pairs-targets shifted_pairs-edge
# message: transposed
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs.T, targets.T

# %% wrong: one_hot
# One-hot vectors.
# fails: shifted_pairs-inputs shifted_pairs-targets shifted_pairs-edge
# message: one-hot
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1), dtype=int)
    targets = np.zeros((len(names), longest + 1), dtype=int)
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return np.eye(len(letters) + 2)[inputs], np.eye(len(letters) + 2)[targets]

# %% wrong: floats
# Arrays of floats.
# fails: shifted_pairs-edge
# message: ids are integers
def shifted_pairs(names, letters):
    ids = {letter: number for number, letter in enumerate(letters, start=2)}
    longest = max(len(name) for name in names)
    inputs = np.zeros((len(names), longest + 1))
    targets = np.zeros((len(names), longest + 1))
    for row, name in enumerate(names):
        numbers = [ids[letter] for letter in name]
        inputs[row, : len(name) + 1] = [1, *numbers]
        targets[row, : len(name) + 1] = [*numbers, 1]
    return inputs, targets

# %% wrong: shared_slices
# Both arrays are slices of one, so shorter inputs keep their end mark.
# fails: shifted_pairs-inputs
# message: shorter names
def shifted_pairs(names, letters):
    ids = np.zeros((len(names), max(len(name) for name in names) + 2), dtype=int)
    for row, name in enumerate(names):
        ids[row, : len(name) + 2] = [1, *(letters.index(letter) + 2 for letter in name), 1]
    return ids[:, :-1], ids[:, 1:]
