# %% right: copy_popped
# pop on a copy, with a print.
def first_bad_layer(flags):
    flags = list(flags)
    flags.pop()
    print(flags)
    for k, flag in enumerate(flags):
        if flag is False:
            return k

# %% right: index
# index on a copy without the top layer.
def first_bad_layer(flags):
    below = flags[:-1]
    try:
        return below.index(False)
    except ValueError:
        return None

# %% right: next
# next with a default.
def first_bad_layer(flags):
    return next((k for k, flag in enumerate(flags[:-1]) if not flag), None)

# %% right: numpy
# flatnonzero, a NumPy integer.
def first_bad_layer(flags):
    found = np.flatnonzero(~np.asarray(flags[:-1], dtype=bool))
    return found[0] if len(found) else None

# %% right: tried
# Tried out in Keras.
def first_bad_layer(flags):
    for k in range(1, len(flags)):
        try:
            keras.Sequential([keras.Input((3, 2))] + [SimpleRNN(2, return_sequences=f) for f in flags[:k + 1]])
        except ValueError:
            return k - 1
    return None

# %% right: while
# A while loop.
def first_bad_layer(flags):
    k = 0
    while k < len(flags) - 1:
        if not flags[k]:
            return k
        k += 1

# %% wrong: all_of_them
# A list of all.
# fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works
# message: return one index
def first_bad_layer(flags):
    return [index for index, flag in enumerate(flags[:-1]) if not flag]

# %% wrong: argmin
# argmin gives 0 where all are True.
# fails: first_bad_layer-works
# message: is 0 or False for
def first_bad_layer(flags):
    return int(np.argmin(flags[:-1] + [True]))

# %% wrong: complaining
# The layer that complains, not the one to mend.
# fails: first_bad_layer-index first_bad_layer-several
# message: one too high
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index + 1
    return None

# %% wrong: else_in_loop
# The loop ends after the lowest layer.
# fails: first_bad_layer-index first_bad_layer-several
# message: is None
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index
        else:
            return None

# %% wrong: false_where_fine
# False where the stack works.
# fails: first_bad_layer-works
# message: is 0 or False for
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index
    return False

# %% wrong: first_true
# The first layer that does return its sequence.
# fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works
# message: first layer that returns its sequence
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if flag:
            return index
    return None

# %% wrong: from_top
# Counted from the top.
# fails: first_bad_layer-index first_bad_layer-several
# message: counted from the top
def first_bad_layer(flags):
    for index, flag in enumerate(flags[::-1]):
        if index > 0 and not flag:
            return index
    return None

# %% wrong: highest
# The loop goes on and keeps the highest one.
# fails: first_bad_layer-several
# message: highest layer to fix
def first_bad_layer(flags):
    bad = None
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            bad = index
    return bad

# %% wrong: how_many
# How many instead of which.
# fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works
# message: return the index of the layer
def first_bad_layer(flags):
    return flags[:-1].count(False)

# %% wrong: length
# The number of layers where the stack works.
# fails: first_bad_layer-works
# message: the number of layers for
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index
    return len(flags)

# %% wrong: lowest_skipped
# The lowest layer is never looked at.
# fails: first_bad_layer-index first_bad_layer-several
# message: lowest layer is overlooked
def first_bad_layer(flags):
    for index in range(1, len(flags) - 1):
        if not flags[index]:
            return index
    return None

# %% wrong: minus_one
# -1 where the stack works.
# fails: first_bad_layer-works
# message: is -1 for
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index
    return -1

# %% wrong: negative_index
# Counted from the end.
# fails: first_bad_layer-index first_bad_layer-several
# message: counted from the end
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index - len(flags)
    return None

# %% wrong: none_as_string
# The word None instead of None.
# fails: first_bad_layer-works
# message: without quotes
def first_bad_layer(flags):
    for i, f in enumerate(flags[:-1]):
        if not f:
            return i
    return "None"

# %% wrong: pop
# The top layer is removed from the caller's list.
# fails: first_bad_layer-unchanged
# message: function changes the
def first_bad_layer(flags):
    flags.pop()
    for index, flag in enumerate(flags):
        if not flag:
            return index
    return None

# %% wrong: top_set
# The top layer is set to True in the caller's list.
# fails: first_bad_layer-unchanged
# message: function changes the
def first_bad_layer(flags):
    flags[-1] = True
    return flags.index(False) if False in flags else None

# %% wrong: top_too
# The top layer is counted as a mistake.
# fails: first_bad_layer-works
# message: is the top layer for
def first_bad_layer(flags):
    for index, flag in enumerate(flags):
        if not flag:
            return index
    return None

# %% wrong: two_left_out
# The layer below the top one is left out too.
# fails: first_bad_layer-index
# message: is None
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-2]):
        if not flag:
            return index
    return None

# %% wrong: whether
# Whether instead of which.
# fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works first_bad_layer-unchanged
# message: return the index of the layer
def first_bad_layer(flags):
    return not all(flags[:-1])

# %% wrong: zero_is_falsy
# Index 0 is taken for nothing found.
# fails: first_bad_layer-index first_bad_layer-several
# message: is None
def first_bad_layer(flags):
    bad = [index for index, flag in enumerate(flags[:-1]) if not flag]
    first = bad[0] if bad else None
    if first:
        return first
    return None

# %% wrong: nothing_returned
# The index is printed and not returned.
# fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works first_bad_layer-unchanged
# message: is None
def first_bad_layer(flags):
    for k, flag in enumerate(flags[:-1]):
        if not flag:
            print(k)
            break

# %% wrong: counted_from_one
# Counted from 1.
# fails: first_bad_layer-index first_bad_layer-several
# message: you count from 1
def first_bad_layer(flags):
    for number, flag in enumerate(flags[:-1], start=1):
        if not flag:
            return number

# %% wrong: loop_from_the_top
# The loop runs from the top down: it finds the highest one.
# fails: first_bad_layer-several
# message: highest layer to fix
def first_bad_layer(flags):
    for index in range(len(flags) - 2, -1, -1):
        if flags[index] == False:
            return index
    return None

# %% wrong: index_of_false
# list.index raises an error where all are True.
# fails: first_bad_layer-works
# message: not in list
def first_bad_layer(flags):
    index = flags.index(False)
    return index if index < len(flags) - 1 else None
