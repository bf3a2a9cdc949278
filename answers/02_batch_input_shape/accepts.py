# %% right: match
# A match statement; an error of its own that is a ValueError.
def accepts(declared, given, stateful):
    class OpenBatch(ValueError):
        pass

    match (stateful, declared):
        case (True, (None, _, _)):
            raise OpenBatch("declare a batch size")
        case (True, (rows, _, features)):
            return (rows, features) == (given[0], given[2])
        case (_, (_, _, features)):
            return features == given[2]

# %% right: numpy_bool
# A NumPy bool.
def accepts(declared, given, stateful):
    declared, given = list(declared), list(given)
    if declared[0] is None and stateful:
        raise ValueError("open batch")
    must_fit = [2, 0] if stateful else [2]
    return np.all([np.equal(declared[axis], given[axis]) for axis in must_fit])

# %% right: one_line
# One expression after the error case.
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("a stateful model with an open batch cannot be built")
    return (not stateful or declared[0] == given[0]) and declared[2] == given[2]

# %% right: tried
# The model is built and called.
def accepts(declared, given, stateful):
    model = keras.Sequential([keras.Input(batch_shape=declared), SimpleRNN(4, stateful=stateful)])
    try:
        model(np.zeros(given))
    except Exception:
        return False
    return True

# %% right: unpacked
# Unpacked sizes and nested cases, prints.
def accepts(declared, given, stateful):
    batch, _, input_dim = declared
    rows, _, features = given
    print("declared", declared, "given", given)
    if input_dim != features and not (stateful and batch is None):
        return False
    if stateful:
        if batch is None:
            raise ValueError
        return rows == batch
    return True

# %% wrong: always_enforced
# A declared batch size is thought to be enforced in any model.
# fails: accepts-check accepts-batch
# message: stateful or not
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if declared[0] is not None and declared[0] != given[0]:
        return False
    return declared[2] == given[2]

# %% wrong: always_true
# Any array is thought to pass.
# fails: accepts-check accepts-batch accepts-features accepts-unknown
# message: accepts any batch size for a stateful model
def accepts(declared, given, stateful):
    return True

# %% wrong: both_wrong
# Two axes that do not fit are taken for one that does.
# fails: accepts-features
# message: both wrong
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError
    if stateful and declared[0] != given[0] and declared[2] == given[2]:
        return False
    return declared[2] == given[2] or (stateful and declared[0] != given[0])

# %% wrong: enforced_even_open
# Any declared batch is compared, an open one too.
# fails: accepts-check accepts-batch
# message: stateful or not
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if declared[0] != given[0]:
        return False
    return declared[2] == given[2]

# %% wrong: features_free
# The input dimension is thought to be free.
# fails: accepts-features
# message: any input dimension
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return True

# %% wrong: features_smaller
# Smaller input dimensions are thought to fit.
# fails: accepts-features
# message: smaller input dimensions
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] >= given[2]

# %% wrong: features_stateful_only
# The input dimension is compared for stateful models only.
# fails: accepts-features
# message: any input dimension for a model that is not stateful
def accepts(declared, given, stateful):
    if not stateful:
        return True
    if declared[0] is None:
        raise ValueError("no batch size declared")
    return declared[0] == given[0] and declared[2] == given[2]

# %% wrong: fewer_steps
# Fewer time steps pass, more do not.
# fails: accepts-features
# message: fewer time steps than declared, but not more
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    if given[1] > declared[1]:
        return False
    return declared[2] == given[2]

# %% wrong: identity
# The sizes are compared by `is`, which holds for small numbers only.
# fails: accepts-batch accepts-features
# message: compare with ==
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] is not given[0]:
        return False
    return declared[2] is given[2]

# %% wrong: inverted
# The two settings are mixed up.
# fails: accepts-check accepts-batch
# message: mixes up
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if not stateful and declared[0] not in (None, given[0]):
        return False
    return declared[2] == given[2]

# %% wrong: larger_pass
# Smaller batches are refused, larger ones taken.
# fails: accepts-batch
# message: larger batches
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and given[0] < declared[0]:
        return False
    return declared[2] == given[2]

# %% wrong: multiples_pass
# A stateful model is thought to take multiples of its batch.
# fails: accepts-batch
# message: multiples
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and given[0] % declared[0] != 0:
        return False
    return declared[2] == given[2]

# %% wrong: never_enforced
# stateful is thought to have no effect on the batch.
# fails: accepts-check accepts-batch
# message: accepts any batch size for a stateful model
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    return declared[2] == given[2]

# %% wrong: no_return
# The answer is printed, not returned.
# fails: accepts-check accepts-batch accepts-features accepts-unknown
# message: returns None
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    print(declared[2] == given[2] and (not stateful or declared[0] == given[0]))

# %% wrong: parts_pass
# A stateful model is thought to take parts of its batch.
# fails: accepts-batch
# message: divisors
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] % given[0] != 0:
        return False
    return declared[2] == given[2]

# %% wrong: raises
# An error is raised in place of False.
# fails: accepts-check accepts-batch accepts-features
# message: but only a stateful model without a batch size does
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        raise ValueError("batch sizes differ")
    if declared[2] != given[2]:
        raise ValueError("input dimensions differ")
    return True

# %% wrong: smaller_pass
# A stateful model is thought to take smaller batches.
# fails: accepts-check accepts-batch
# message: smaller batches
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and given[0] > declared[0]:
        return False
    return declared[2] == given[2]

# %% wrong: steps_enforced
# The declared time steps are thought to be enforced.
# fails: accepts-features
# message: enforces the number of time steps.
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[1:] == given[1:]

# %% wrong: steps_enforced_stateful
# A stateful model is thought to hold to the whole shape.
# fails: accepts-features
# message: enforces the number of time steps for a stateful model
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and tuple(declared[:2]) != tuple(given[:2]):
        return False
    return declared[2] == given[2]

# %% wrong: unknown_any
# The ValueError comes for an open batch in any model.
# fails: accepts-batch
# message: but only a stateful model without a batch size does
def accepts(declared, given, stateful):
    if declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]

# %% wrong: unknown_false
# False in place of the ValueError.
# fails: accepts-unknown
# message: cannot be built
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        return False
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]

# %% wrong: unknown_late
# The ValueError comes only where everything else fits.
# fails: accepts-unknown
# message: cannot be built
def accepts(declared, given, stateful):
    if declared[2] != given[2]:
        return False
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]

# %% wrong: unknown_true
# An open batch is thought to fit any, stateful or not.
# fails: accepts-unknown
# message: cannot be built
def accepts(declared, given, stateful):
    if stateful and declared[0] not in (None, given[0]):
        return False
    return declared[2] == given[2]

# %% wrong: unknown_typeerror
# A TypeError in place of the ValueError.
# fails: accepts-unknown
# message: TypeError
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise TypeError("no batch size declared")
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]

# %% wrong: whole_shape
# The two shapes are compared whole.
# fails: accepts-check accepts-batch accepts-features
# message: stateful or not
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    return tuple(declared) == tuple(given)

# %% wrong: all_three
# All three axes of a stateful model are compared, the last axis of a plain one.
# fails: accepts-features
# message: enforces the number of time steps for a stateful model
def accepts(declared, given, stateful):
    if not stateful:
        return declared[-1] == given[-1]
    if declared[0] is None:
        raise ValueError("batch size must be declared")
    return list(declared) == list(given)

# %% wrong: every_setting
# The batch size is compared wherever it is declared, and then nothing else.
# fails: accepts-check accepts-batch accepts-features
# message: stateful or not
def accepts(declared, given, stateful):
    if declared[0] is None:
        if stateful:
            raise ValueError("batch size must be declared")
        return True
    return declared[0] == given[0]

# %% wrong: not_stateful
# Only the setting decides.
# fails: accepts-check accepts-batch accepts-features accepts-unknown
# message: rejects every array for a stateful model
def accepts(declared, given, stateful):
    return not stateful

# %% wrong: open_takes_all
# Whatever has an open batch takes any array.
# fails: accepts-features
# message: any input dimension when the batch size is None
def accepts(declared, given, stateful):
    if declared[0] is None:
        if stateful:
            raise ValueError("batch size must be declared")
        return True
    if stateful and declared[0] != given[0]:
        return False
    return declared[2] == given[2]

# %% wrong: text
# The answer is a text.
# fails: accepts-check accepts-batch accepts-features
# message: should return True or False
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("batch size must be declared")
    works = declared[2] == given[2] and (not stateful or declared[0] == given[0])
    return "True" if works else "False"
