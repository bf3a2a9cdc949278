# %% right: array
# A NumPy array of bools.
def sequence_flags(n_layers, vector):
    flags = np.ones(n_layers, dtype=bool)
    flags[-1] = not vector
    return flags

# %% right: comprehension
# A comprehension over the indices.
def sequence_flags(n_layers, vector):
    return [k < n_layers - 1 or not vector for k in range(n_layers)]

# %% right: loop
# A loop with append.
def sequence_flags(n_layers, vector):
    flags = []
    for layer in range(n_layers):
        if layer == n_layers - 1 and vector:
            flags.append(False)
        else:
            flags.append(True)
    return flags

# %% right: pad
# np.pad puts the flags of the lower layers in front.
def sequence_flags(n_layers, vector):
    return np.pad([not vector], (n_layers - 1, 0), constant_values=True).tolist()

# %% right: recursion
# By recursion.
def sequence_flags(n_layers, vector):
    if n_layers == 1:
        return [not vector]
    return [True] + sequence_flags(n_layers - 1, vector)

# %% right: replaced
# All True, then the last one replaced, with a print.
def sequence_flags(n_layers, vector):
    flags = [True] * n_layers
    if vector:
        flags[n_layers - 1] = False
    print("flags:", flags)
    return flags

# %% right: tuple
# A tuple.
def sequence_flags(n_layers, vector):
    return (True,) * (n_layers - 1) + (bool(1 - vector),)

# %% wrong: all_false
# All layers follow vector.
# fails: sequence_flags-vector
# message: False for every layer
def sequence_flags(n_layers, vector):
    return [not vector] * n_layers

# %% wrong: always_vector
# The top layer is always False.
# fails: sequence_flags-sequence
# message: vector=False, the list ends with False
def sequence_flags(n_layers, vector):
    return [True] * (n_layers - 1) + [False]

# %% wrong: append_in_place
# append returns None.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: is None. Is there a `return`
def sequence_flags(n_layers, vector):
    flags = [True] * (n_layers - 1)
    return flags.append(not vector)

# %% wrong: at_least_two
# A first, some middle ones and a last: two flags for one layer.
# fails: sequence_flags-sequence sequence_flags-one
# message: one flag too many
def sequence_flags(n_layers, vector):
    return [True] + [True] * (n_layers - 2) + [not vector]

# %% wrong: lowest_only
# Only the lowest layer is True.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: lowest layer only
def sequence_flags(n_layers, vector):
    return [k == 0 for k in range(n_layers)]

# %% wrong: no_top
# The top layer has no flag.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: no flag for the top layer
def sequence_flags(n_layers, vector):
    return [True] * (n_layers - 1)

# %% wrong: one_bool
# One bool for the whole stack.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: is a single bool
def sequence_flags(n_layers, vector):
    return not vector

# %% wrong: one_too_many
# n_layers layers below the top one.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: one flag too many
def sequence_flags(n_layers, vector):
    return [True] * n_layers + [not vector]

# %% wrong: single_false
# A single layer is thought never to need its sequence.
# fails: sequence_flags-sequence
# message: depends on vector
def sequence_flags(n_layers, vector):
    if n_layers == 1:
        return [False]
    return [True] * (n_layers - 1) + [not vector]

# %% wrong: single_true
# A single layer is thought to need its sequence always.
# fails: sequence_flags-one
# message: the only layer
def sequence_flags(n_layers, vector):
    if n_layers == 1:
        return [True]
    return [True] * (n_layers - 1) + [not vector]

# %% wrong: strings
# The words True and False instead of bools.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: has text in quotes
def sequence_flags(n_layers, vector):
    return ["True"] * (n_layers - 1) + [str(not vector)]

# %% wrong: three_layers
# Written for three layers at the most.
# fails: sequence_flags-vector
# message: has only three flags
def sequence_flags(n_layers, vector):
    flags = [True, True, True][:n_layers]
    flags[-1] = not vector
    return flags if vector else [True] * n_layers

# %% wrong: top_first
# The list begins with the top layer.
# fails: sequence_flags-vector
# message: begins with the top layer
def sequence_flags(n_layers, vector):
    return [not vector] + [True] * (n_layers - 1)

# %% wrong: top_true
# Only the top layer returns a sequence, where one is wanted.
# fails: sequence_flags-sequence sequence_flags-vector
# message: False for every layer
def sequence_flags(n_layers, vector):
    return [False] * (n_layers - 1) + [not vector]

# %% wrong: two_layers
# Written for two layers.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: has only two flags
def sequence_flags(n_layers, vector):
    return [True, not vector]

# %% wrong: vector_ignored
# Every layer returns its sequence, whatever vector is.
# fails: sequence_flags-vector sequence_flags-one
# message: the top layer still returns all
def sequence_flags(n_layers, vector):
    return [True] * n_layers

# %% wrong: vector_inverted
# vector is taken the other way round.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: the list ends with True
def sequence_flags(n_layers, vector):
    return [True] * (n_layers - 1) + [vector]

# %% wrong: below_top_false
# The loop stops one layer too early: the layer below the top one is False too.
# fails: sequence_flags-vector
# message: second False
def sequence_flags(n_layers, vector):
    if not vector:
        return [True] * n_layers
    return [k < n_layers - 2 for k in range(n_layers)]

# %% wrong: lowest_false
# The lowest layer is thought to need no sequence, since it reads the input.
# fails: sequence_flags-sequence sequence_flags-vector
# message: begins with False
def sequence_flags(n_layers, vector):
    flags = [True] * n_layers
    flags[0] = False
    flags[-1] = not vector
    return flags

# %% wrong: dictionary
# A dictionary of the layers.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: is a dict
def sequence_flags(n_layers, vector):
    return {k: k < n_layers - 1 or not vector for k in range(n_layers)}

# %% wrong: all_follow_vector_inverted
# Every layer returns its sequence only if vector is True.
# fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
# message: list
def sequence_flags(n_layers, vector):
    return [vector for _ in range(n_layers)]
