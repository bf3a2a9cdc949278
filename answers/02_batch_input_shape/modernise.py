# %% right: build_later
# The model is built after its layer is made.
def modernise(units, old):
    settings = old.copy()
    if "input_length" in old:
        settings["input_shape"] = (settings.pop("input_length"), settings.pop("input_dim"))
    if "input_shape" in settings:
        batch = settings.pop("batch_size", None)
        settings["batch_input_shape"] = (batch,) + tuple(settings.pop("input_shape"))
    shape = settings.pop("batch_input_shape")
    model = keras.Sequential()
    model.add(SimpleRNN(units, **settings))
    model.build(shape)
    return model

# %% right: comprehension
# What is not a shape is kept by a comprehension; Input with batch_size.
def modernise(units, old):
    shape = old.get("batch_input_shape")
    if shape is None:
        sizes = old.get("input_shape") or (old["input_length"], old["input_dim"])
        shape = (old.get("batch_size"), *sizes)
    about_shape = {"batch_input_shape", "input_shape", "batch_size", "input_length", "input_dim"}
    settings = {name: value for name, value in old.items() if name not in about_shape}
    return keras.Sequential([
        keras.Input(shape=shape[1:], batch_size=shape[0]),
        SimpleRNN(units, **settings),
    ])

# %% right: functional
# The functional API, and a helper with keyword arguments.
def modernise(units, old):
    def layer(batch_input_shape=None, input_shape=None, batch_size=None, input_length=None,
              input_dim=None, **settings):
        if batch_input_shape is None:
            batch_input_shape = [batch_size, *(input_shape or (input_length, input_dim))]
        inputs = keras.layers.Input(batch_shape=batch_input_shape)
        return keras.Model(inputs, SimpleRNN(units, **settings)(inputs))

    return layer(**old)

# %% right: if_chain
# One branch for each spelling.
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% right: input_shape_warning
# input_shape= stays on the layer where that still works, with its warning.
def modernise(units, old):
    settings = dict(old)
    batch = settings.pop("batch_size", None)
    if "input_length" in settings:
        settings["input_shape"] = (settings.pop("input_length"), settings.pop("input_dim"))
    if batch is None and "input_shape" in settings:
        return keras.Sequential([SimpleRNN(units, **settings)])
    shape = settings.pop("batch_input_shape", None) or (batch, *settings.pop("input_shape"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% right: keyword_arguments
# A function inside sorts the arguments by their names.
def modernise(units, old):
    def build(batch_input_shape=None, input_shape=None, input_length=None, input_dim=None, batch_size=None, **rest):
        shape = batch_input_shape or (batch_size, *(input_shape or (input_length, input_dim)))
        return keras.Sequential([keras.layers.InputLayer(batch_shape=shape), SimpleRNN(units=units, **rest)])
    return build(**old)

# %% right: match
# Patterns with a rest.
def modernise(units, old):
    match old:
        case {"batch_input_shape": (b, t, d), **rest}:
            pass
        case {"input_shape": (t, d), **rest}:
            b = rest.pop("batch_size", None)
        case {"input_length": t, "input_dim": d, **rest}:
            b = rest.pop("batch_size", None)
    x = keras.Input((t, d), batch_size=b)
    return keras.Model(x, SimpleRNN(units, **rest)(x))

# %% wrong: batch_dropped
# The batch of batch_input_shape is dropped.
# fails: modernise-check modernise-batch
# message: leaves the batch size unspecified
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = (None, *settings.pop("batch_input_shape")[1:])
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_default_1
# Without batch_size a batch of 1 is declared.
# fails: modernise-check modernise-open
# message: batch of 1
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", 1)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_default_32
# Without batch_size a batch of 32 is declared.
# fails: modernise-check modernise-open
# message: batch of 32
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", 32)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_ignored
# batch_size is thrown away.
# fails: modernise-check modernise-size
# message: leaves the batch size unspecified
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (None, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_required
# Without batch_size a KeyError.
# fails: modernise-check modernise-open
# message: KeyError
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size")
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_to_layer
# batch_size is handed on to the layer beside input_shape, which Keras 3 refuses.
# fails: modernise-check modernise-size
# message: Unrecognized keyword
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        if "input_shape" in settings:
            batch = None
            timesteps, input_dim = settings.pop("input_shape")
        else:
            batch = settings.pop("batch_size", None)
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_with_length_only
# batch_size is looked at beside input_length only.
# fails: modernise-check modernise-size
# message: leaves the batch size unspecified
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        batch = batch if "input_length" in settings else None
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: handed_on_as_it_is
# The old arguments are handed on as they are.
# fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings modernise-unchanged
# message: Unrecognized keyword
def modernise(units, old):
    return keras.Sequential([SimpleRNN(units, **old)])

# %% wrong: hard_coded_units
# The hidden size of the worked cell.
# fails: modernise-check modernise-batch modernise-open modernise-settings
# message: hard-coded hidden size
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(3, **settings)])

# %% wrong: input_shape_swapped
# input_shape is read as (input_dim, timesteps).
# fails: modernise-check modernise-open
# message: swapped
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            input_dim, timesteps = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: known_settings
# Hands on the arguments that it knows, and loses all others.
# fails: modernise-check modernise-settings
# message: ignores go_backwards
def modernise(units, old):
    if "batch_input_shape" in old:
        shape = old["batch_input_shape"]
    elif "input_shape" in old:
        shape = (old.get("batch_size"), *old["input_shape"])
    else:
        shape = (old.get("batch_size"), old["input_length"], old["input_dim"])
    settings = {k: old[k] for k in ("use_bias", "activation", "return_sequences", "stateful") if k in old}
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: length_dim_swapped
# input_length and input_dim are swapped.
# fails: modernise-check modernise-open
# message: swapped
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_dim"), settings.pop("input_length")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: no_stateful
# stateful is thrown away: it is thought to need no counterpart.
# fails: modernise-check modernise-settings
# message: ignores stateful
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    settings.pop("stateful", None)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: none_is_one
# An open batch becomes a batch of one.
# fails: modernise-check modernise-batch modernise-open
# message: batch of 1
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    shape = (shape[0] or 1, *shape[1:])
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: old_keras
# A model of tf_keras.
# fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings
# message: tf_keras
def modernise(units, old):
    return tf_keras.Sequential([tf_keras.layers.SimpleRNN(units, **old)])

# %% wrong: only_batch_input_shape
# Only batch_input_shape is known.
# fails: modernise-check modernise-open modernise-size
# message: KeyError
def modernise(units, old):
    settings = dict(old)
    shape = settings.pop("batch_input_shape")
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: only_sequences
# Only return_sequences is handed on.
# fails: modernise-check modernise-settings
# message: ignores use_bias
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, return_sequences=settings.get("return_sequences", False))])

# %% wrong: order_of_entries
# Takes time steps and input dimension in the order of the dict.
# fails: modernise-check modernise-open
# message: swapped
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in old:
        shape = settings.pop("batch_input_shape")
    elif "input_shape" in old:
        shape = (settings.pop("batch_size", None), *settings.pop("input_shape"))
    else:
        b = settings.pop("batch_size", None)
        names = [n for n in settings if n in ("input_length", "input_dim")]
        shape = (b, *(settings.pop(n) for n in names))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: pops_batch_size
# Only batch_size is taken out of the caller's dictionary.
# fails: modernise-check modernise-unchanged
# message: changes the caller's dictionary
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = old.pop("batch_size", None)
        settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: pops_the_callers
# The entries are taken out of the caller's own dictionary.
# fails: modernise-check modernise-unchanged
# message: changes the caller's dictionary
def modernise(units, old):
    settings = old
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: settings_ignored
# The other arguments never reach the layer.
# fails: modernise-check modernise-settings
# message: ignores use_bias
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units)])

# %% wrong: settings_with_one_spelling
# Hands the other arguments on beside batch_input_shape only.
# fails: modernise-check modernise-settings
# message: ignores stateful
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in old:
        shape = settings.pop("batch_input_shape")
        return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])
    if "input_shape" in old:
        shape = old["input_shape"]
    else:
        shape = (old["input_length"], old["input_dim"])
    return keras.Sequential([keras.Input(shape=shape, batch_size=old.get("batch_size")), SimpleRNN(units)])

# %% wrong: shape_with_batch
# batch_input_shape is handed to shape=, which adds a batch axis.
# fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings modernise-unchanged
# message: ndim=4
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        batch = settings.pop("batch_size", None)
        if "input_shape" in settings:
            timesteps, input_dim = settings.pop("input_shape")
        else:
            timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
        shape = (batch, timesteps, input_dim)
    return keras.Sequential([keras.Input(shape=shape), SimpleRNN(units, **settings)])

# %% wrong: no_return
# The model is not returned.
# fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings modernise-unchanged
# message: is None
def modernise(units, old):
    settings = dict(old)
    batch = settings.pop("batch_size", None)
    if "batch_input_shape" in settings:
        batch, timesteps, input_dim = settings.pop("batch_input_shape")
    elif "input_shape" in settings:
        timesteps, input_dim = settings.pop("input_shape")
    else:
        timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(batch, timesteps, input_dim)))
    model.add(SimpleRNN(units, **settings))

# %% wrong: open_batch
# The batch size is read and never used.
# fails: modernise-check modernise-batch modernise-size
# message: leaves the batch size unspecified
def modernise(units, old):
    settings = dict(old)
    batch = settings.pop("batch_size", None)
    if "batch_input_shape" in settings:
        batch, timesteps, input_dim = settings.pop("batch_input_shape")
    elif "input_shape" in settings:
        timesteps, input_dim = settings.pop("input_shape")
    else:
        timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
    if settings.get("stateful"):
        inputs = keras.Input(batch_shape=(batch, timesteps, input_dim))
    else:
        inputs = keras.Input(shape=(timesteps, input_dim))
    return keras.Sequential([inputs, SimpleRNN(units, **settings)])

# %% wrong: no_steps
# The number of time steps is left open, as a SimpleRNN needs none.
# fails: modernise-check modernise-batch modernise-open
# message: leaves the number of time steps unspecified
def modernise(units, old):
    settings = dict(old)
    batch = settings.pop("batch_size", None)
    if "batch_input_shape" in settings:
        batch, timesteps, input_dim = settings.pop("batch_input_shape")
    elif "input_shape" in settings:
        timesteps, input_dim = settings.pop("input_shape")
    else:
        timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
    return keras.Sequential([keras.Input(batch_shape=(batch, None, input_dim)), SimpleRNN(units, **settings)])

# %% wrong: layer_only
# The layer is returned without a model.
# fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings
# message: should be a Keras model
def modernise(units, old):
    settings = dict(old)
    batch = settings.pop("batch_size", None)
    if "batch_input_shape" in settings:
        batch, timesteps, input_dim = settings.pop("batch_input_shape")
    elif "input_shape" in settings:
        timesteps, input_dim = settings.pop("input_shape")
    else:
        timesteps, input_dim = settings.pop("input_length"), settings.pop("input_dim")
    return SimpleRNN(units, **settings)
