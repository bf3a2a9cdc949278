# %% right: dict_of_functions
# A dict of functions; an unknown word is told apart first.
def merge(fwd, bwd, mode):
    ways = {
        "concat": lambda f, g: np.concatenate((f, g), f.ndim - 1),
        "sum": np.add,
        "mul": np.multiply,
        "ave": lambda f, g: 0.5 * f + 0.5 * g,
    }
    if mode not in ways:
        raise ValueError("mode is one of " + ", ".join(ways))
    return ways[mode](fwd, bwd)

# %% right: error_subclass
# All modes in a dictionary; the error is a subclass of ValueError.
class UnknownMode(ValueError):
    pass
def merge(fwd, bwd, mode):
    try:
        return {"concat": np.block([fwd, bwd]), "sum": np.add(fwd, bwd), "mul": np.multiply(fwd, bwd), "ave": np.mean([fwd, bwd], 0)}[mode]
    except KeyError:
        raise UnknownMode(mode) from None

# %% right: keras_ops
# Keras's merge layers; KeyError turned into ValueError.
def merge(fwd, bwd, mode):
    from keras import layers
    try:
        layer = {"concat": layers.Concatenate, "sum": layers.Add, "mul": layers.Multiply, "ave": layers.Average}[mode]()
    except KeyError:
        raise ValueError(f"no such mode: {mode}")
    return layer([keras.ops.convert_to_tensor(fwd), keras.ops.convert_to_tensor(bwd)])

# %% right: lists
# Nested lists for the elementwise modes, einsum for the product.
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=2 if np.ndim(fwd) == 3 else 1).tolist()
    if mode == "mul":
        return np.einsum("...h,...h->...h", fwd, bwd)
    if mode in ("sum", "ave"):
        return ((fwd + bwd) / (2 if mode == "ave" else 1)).tolist()
    raise ValueError("concat, sum, mul or ave, not " + mode)

# %% right: match
# match and case, float32.
def merge(fwd, bwd, mode):
    f, g = fwd.astype("float32"), bwd.astype("float32")
    match mode:
        case "concat":
            return np.append(f, g, axis=-1)
        case "sum":
            return np.sum([f, g], axis=0)
        case "mul":
            return np.prod([f, g], axis=0)
        case "ave":
            return np.mean([f, g], axis=0)
        case _:
            raise ValueError

# %% right: own_error
# An own kind of ValueError.
def merge(fwd, bwd, mode):
    class UnknownMode(ValueError):
        pass

    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise UnknownMode(mode)

# %% right: preallocated
# An array made before, filled by halves.
def merge(fwd, bwd, mode):
    H = fwd.shape[-1]
    if mode == "concat":
        out = np.empty(fwd.shape[:-1] + (2 * H,))
        out[..., :H], out[..., H:] = fwd, bwd
        return out
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: all_concat
# The mode is ignored.
# fails: merge-elementwise merge-words
# message: side by side
def merge(fwd, bwd, mode):
    return np.concatenate([fwd, bwd], axis=-1)

# %% wrong: always_true
# A condition that is always true.
# fails: merge-elementwise merge-words
# message: side by side
def merge(fwd, bwd, mode):
    if mode == "concat" or "join":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    return (fwd + bwd) / 2

# %% wrong: assertion
# An assert instead of a ValueError.
# fails: merge-words
# message: the error AssertionError
def merge(fwd, bwd, mode):
    assert mode in ("concat", "sum", "mul", "ave")
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    return None

# %% wrong: ave_floor
# The average with //.
# fails: merge-elementwise
# message: rounded to whole numbers
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) // 2
    raise ValueError(mode)

# %% wrong: ave_is_sum
# The average is a sum.
# fails: merge-elementwise
# message: is the sum
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return fwd + bwd
    raise ValueError(mode)

# %% wrong: ave_no_brackets
# The brackets of the average are missing.
# fails: merge-elementwise
# message: half of the other
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return fwd + bwd / 2
    raise ValueError(mode)

# %% wrong: ave_of_all
# np.mean without an axis.
# fails: merge-elementwise
# message: mean over all numbers
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return np.mean([fwd, bwd])
    raise ValueError(mode)

# %% wrong: ave_over_units
# np.mean over the last axis instead of over the two halves.
# fails: merge-elementwise
# message: mean over the units
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return np.mean([fwd, bwd], axis=-1)
    raise ValueError(mode)

# %% wrong: backward_first
# The backward half first.
# fails: merge-concat merge-batch
# message: backward half first
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([bwd, fwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: bwd_in_place
# The product is made inside the caller's array.
# fails: merge-unchanged
# message: changes the argument bwd
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return np.multiply(fwd, bwd, out=bwd)
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: concat_axis_0
# Concatenated on axis 0.
# fails: merge-concat merge-batch
# message: along the time axis
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd])
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: concat_axis_1
# Concatenated on axis 1, which is time where there is a batch.
# fails: merge-batch
# message: units are axis 2
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: concat_axis_2
# Concatenated on axis 2, which one sentence does not have.
# fails: merge-concat
# message: AxisError
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=2)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: concat_batch_axis
# Axis 0 for a batch, the right one for a sentence.
# fails: merge-batch
# message: along the batch axis
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=1 if fwd.ndim == 2 else 0)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: else_is_ave
# Any other word is taken for ave.
# fails: merge-words
# message: returns something
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    elif mode == "sum":
        return fwd + bwd
    elif mode == "mul":
        return fwd * bwd
    else:
        return (fwd + bwd) / 2

# %% wrong: forward_twice
# The forward half is taken twice.
# fails: merge-concat merge-batch
# message: forward half twice
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, fwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: in_place
# Sum and average are made inside the caller's array.
# fails: merge-unchanged
# message: changes the argument fwd
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "mul":
        return fwd * bwd
    if mode not in ("sum", "ave"):
        raise ValueError(mode)
    fwd += bwd
    return fwd if mode == "sum" else fwd / 2

# %% wrong: in_turns
# Forward and backward units in turns.
# fails: merge-concat merge-batch
# message: alternates
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.stack([fwd, bwd], axis=-1).reshape(*fwd.shape[:-1], -1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: is
# Strings are compared with `is`.
# fails: merge-words
# message: compare texts with ==
def merge(fwd, bwd, mode):
    if mode is "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode is "sum":
        return fwd + bwd
    if mode is "mul":
        return fwd * bwd
    if mode is "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: key_error
# A dict that is asked for an unknown key.
# fails: merge-words
# message: the error KeyError
def merge(fwd, bwd, mode):
    return {
        "concat": np.concatenate([fwd, bwd], axis=-1),
        "sum": fwd + bwd,
        "mul": fwd * bwd,
        "ave": (fwd + bwd) / 2,
    }[mode]

# %% wrong: misspelt
# The word for the average is misspelt.
# fails: merge-elementwise
# message: stopped with ValueError
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "avg":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: mul_is_matmul
# mul is a matrix product.
# fails: merge-elementwise
# message: matrix product
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd @ bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: prints
# The result is printed, not returned.
# fails: merge-concat merge-batch merge-elementwise merge-words merge-unchanged
# message: is None
def merge(fwd, bwd, mode):
    if mode == "concat":
        print(np.concatenate([fwd, bwd], axis=-1))
    elif mode == "sum":
        print(fwd + bwd)
    elif mode == "mul":
        print(fwd * bwd)
    elif mode == "ave":
        print((fwd + bwd) / 2)
    else:
        raise ValueError(mode)

# %% wrong: returns_none
# Any other word gives None.
# fails: merge-words
# message: returns something
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    return None

# %% wrong: returns_the_error
# The error is returned, not raised.
# fails: merge-words
# message: returns something
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    return ValueError(mode)

# %% wrong: size_written_out
# The sixteen units of the worked example are written out.
# fails: merge-concat merge-batch
# message: stopped with ValueError
def merge(fwd, bwd, mode):
    out = np.zeros((*fwd.shape[:-1], 16))
    if mode == "concat":
        out[..., :8] = fwd
        out[..., 8:] = bwd
        return out
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: stacked
# Stacked along a new axis.
# fails: merge-concat merge-batch
# message: stacks the halves along a new axis
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.stack([fwd, bwd])
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: stacked_last
# Stacked along a new last axis.
# fails: merge-concat merge-batch
# message: new last axis
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.stack([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: sum_is_average
# The sum is halved.
# fails: merge-elementwise
# message: is the average
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return (fwd + bwd) / 2
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: sum_over_units
# np.sum over the units.
# fails: merge-elementwise
# message: over the units
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return np.sum(fwd + bwd, axis=-1)
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: turned_again
# The backward half is turned round once more.
# fails: merge-concat merge-batch
# message: in time order already
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, np.flip(bwd, axis=-2)], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: unbound
# The result has no value for an unknown word.
# fails: merge-words
# message: the error UnboundLocalError
def merge(fwd, bwd, mode):
    if mode == "concat":
        out = np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        out = fwd + bwd
    if mode == "mul":
        out = fwd * bwd
    if mode == "ave":
        out = (fwd + bwd) / 2
    return out

# %% wrong: word_in_word
# The mode is looked for with `in`, so that a part of a word is taken for the word.
# fails: merge-words
# message: With mode='con'
def merge(fwd, bwd, mode):
    if mode in "concat":
        return np.concatenate([fwd, bwd], -1)
    if mode in "sum":
        return fwd + bwd
    if mode in "mul":
        return fwd * bwd
    if mode in "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)

# %% wrong: lower_case
# Capital letters are taken too.
# fails: merge-words
# message: With mode='Concat'
def merge(fwd, bwd, mode):
    mode = mode.lower()
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(f"unknown mode: {mode}")

# %% wrong: none_gives_both
# None gives both halves, as merge_mode=None of Keras does.
# fails: merge-words
# message: With mode=None
def merge(fwd, bwd, mode):
    if mode is None:
        return fwd, bwd
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(f"unknown mode: {mode}")

# %% wrong: hstack
# np.hstack, which joins a batch along time.
# fails: merge-batch
# message: the units are axis 2
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.hstack([fwd, bwd])
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(f"unknown mode: {mode}")

# %% wrong: mul_is_dot
# The product is summed over the units.
# fails: merge-elementwise
# message: sum over the units of the product
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return np.sum(fwd * bwd, axis=-1)
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(f"unknown mode: {mode}")

# %% wrong: stacked_axis_1
# The halves are stacked on axis 1.
# fails: merge-concat merge-batch
# message: new axis
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.stack([fwd, bwd], axis=1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(f"unknown mode: {mode}")

# %% wrong: prints_unknown
# An unknown word is printed.
# fails: merge-words
# message: returns something
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    print("unknown mode", mode)

# %% wrong: type_error
# Another error than the one asked for.
# fails: merge-words
# message: the error TypeError
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise TypeError(mode)

# %% wrong: default_empty
# An empty text is taken for the default.
# fails: merge-words
# message: With mode=''
def merge(fwd, bwd, mode):
    mode = mode or "concat"
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd * bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(f"unknown mode: {mode}")
