# %% right: build_later
# The model is built after its layer is made.
def modernise(units, old):
    settings = old.copy()
    if "input_length" in old:
        settings["batch_input_shape"] = (None, settings.pop("input_length"), settings.pop("input_dim"))
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
        shape = (None, old["input_length"], old["input_dim"])
    about_shape = {"batch_input_shape", "input_length", "input_dim"}
    settings = {name: value for name, value in old.items() if name not in about_shape}
    return keras.Sequential([
        keras.Input(shape=shape[1:], batch_size=shape[0]),
        SimpleRNN(units, **settings),
    ])

# %% right: functional
# The functional API, and a helper with keyword arguments.
def modernise(units, old):
    def layer(batch_input_shape=None, input_length=None, input_dim=None, **settings):
        if batch_input_shape is None:
            batch_input_shape = [None, input_length, input_dim]
        inputs = keras.layers.Input(batch_shape=batch_input_shape)
        return keras.Model(inputs, SimpleRNN(units, **settings)(inputs))

    return layer(**old)

# %% right: input_shape_warning
# input_shape= stays on the layer if no batch size is given, which still works with a warning.
def modernise(units, old):
    settings = dict(old)
    if "input_length" in settings:
        shape = settings.pop("input_length"), settings.pop("input_dim")
        return keras.Sequential([SimpleRNN(units, input_shape=shape, **settings)])
    shape = settings.pop("batch_input_shape")
    return keras.Sequential([keras.layers.InputLayer(batch_shape=shape), SimpleRNN(units=units, **settings)])

# %% right: match
# Patterns with a rest.
def modernise(units, old):
    match old:
        case {"batch_input_shape": (b, t, d), **rest}:
            pass
        case {"input_length": t, "input_dim": d, **rest}:
            b = None
    x = keras.Input((t, d), batch_size=b)
    return keras.Model(x, SimpleRNN(units, **rest)(x))

# %% right: pops_the_callers
# The entries are removed from the dictionary itself, which the task does not forbid.
def modernise(units, old):
    if "batch_input_shape" in old:
        shape = old.pop("batch_input_shape")
    else:
        shape = (None, old.pop("input_length"), old.pop("input_dim"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **old)])

# %% wrong: batch_dropped
# The batch size of batch_input_shape is dropped.
# fails: modernise-check modernise-batch
# message: leaves the batch size unspecified
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")[1:]
    else:
        shape = settings.pop("input_length"), settings.pop("input_dim")
    return keras.Sequential([keras.Input(shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_default_1
# Without a batch size a batch of 1 is given.
# fails: modernise-check modernise-batch
# message: batch size of 1
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        shape = (1, settings.pop("input_length"), settings.pop("input_dim"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: batch_size_default_32
# Without a batch size a batch of 32 is given.
# fails: modernise-check modernise-batch
# message: batch size of 32
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        shape = (32, settings.pop("input_length"), settings.pop("input_dim"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: none_is_one
# None in batch_input_shape becomes a batch of one.
# fails: modernise-check modernise-batch
# message: batch size of 1
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        batch, timesteps, input_dim = settings.pop("batch_input_shape")
        shape = (batch or 1, timesteps, input_dim)
    else:
        shape = (None, settings.pop("input_length"), settings.pop("input_dim"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: handed_on_as_it_is
# The old arguments are handed on as they are.
# fails: modernise-check modernise-batch modernise-settings
# message: Unrecognized keyword
def modernise(units, old):
    return keras.Sequential([SimpleRNN(units, **old)])

# %% wrong: hard_coded_units
# The hidden size of the worked cell.
# fails: modernise-check modernise-batch modernise-settings
# message: hard-coded hidden size
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        shape = (None, settings.pop("input_length"), settings.pop("input_dim"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(3, **settings)])

# %% wrong: known_settings
# Hands on the arguments that it knows, and loses all others.
# fails: modernise-check modernise-settings
# message: ignores go_backwards
def modernise(units, old):
    shape = old.get("batch_input_shape") or (None, old["input_length"], old["input_dim"])
    known = ("return_sequences", "use_bias", "activation", "stateful")
    settings = {name: old[name] for name in known if name in old}
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: length_dim_swapped
# input_length and input_dim are swapped.
# fails: modernise-check modernise-batch
# message: swapped
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        shape = (None, settings.pop("input_dim"), settings.pop("input_length"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: order_of_entries
# Takes time steps and input dimension in the order of the dict.
# fails: modernise-check modernise-batch
# message: swapped
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        names = [name for name in old if name in ("input_length", "input_dim")]
        shape = (None, *(settings.pop(name) for name in names))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: no_stateful
# stateful is thrown away: it is thought to need no counterpart.
# fails: modernise-check modernise-settings
# message: ignores stateful
def modernise(units, old):
    settings = dict(old)
    settings.pop("stateful", None)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        shape = (None, settings.pop("input_length"), settings.pop("input_dim"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: old_keras
# A model of tf_keras.
# fails: modernise-check modernise-batch modernise-settings
# message: tf_keras
def modernise(units, old):
    return tf_keras.Sequential([tf_keras.layers.SimpleRNN(units, **old)])

# %% wrong: only_batch_input_shape
# Only batch_input_shape is known.
# fails: modernise-check modernise-batch
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
    shape = old.get("batch_input_shape") or (None, old["input_length"], old["input_dim"])
    sequences = old.get("return_sequences", False)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, return_sequences=sequences)])

# %% wrong: settings_ignored
# The other arguments never reach the layer.
# fails: modernise-check modernise-settings
# message: ignores use_bias
def modernise(units, old):
    shape = old.get("batch_input_shape") or (None, old["input_length"], old["input_dim"])
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units)])

# %% wrong: settings_with_one_spelling
# Hands the other arguments on beside batch_input_shape only.
# fails: modernise-check modernise-settings
# message: ignores go_backwards
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
        return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])
    shape = (None, settings["input_length"], settings["input_dim"])
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units)])

# %% wrong: shape_with_batch
# batch_input_shape is handed to shape=, which adds a batch axis.
# fails: modernise-check modernise-batch modernise-settings
# message: ndim=4
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        shape = (None, settings.pop("input_length"), settings.pop("input_dim"))
    return keras.Sequential([keras.Input(shape=shape), SimpleRNN(units, **settings)])

# %% wrong: no_return
# The model is not returned.
# fails: modernise-check modernise-batch modernise-settings
# message: is None
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        shape = settings.pop("batch_input_shape")
    else:
        shape = (None, settings.pop("input_length"), settings.pop("input_dim"))
    model = keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])

# %% wrong: no_steps
# The number of time steps is left unspecified, because a SimpleRNN needs none.
# fails: modernise-check modernise-batch
# message: leaves the number of time steps unspecified
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        batch, _, input_dim = settings.pop("batch_input_shape")
    else:
        batch, _, input_dim = None, settings.pop("input_length"), settings.pop("input_dim")
    return keras.Sequential([keras.Input(batch_shape=(batch, None, input_dim)), SimpleRNN(units, **settings)])

# %% wrong: layer_only
# The layer is returned without a model.
# fails: modernise-check modernise-batch modernise-settings
# message: should be a Keras model
def modernise(units, old):
    settings = dict(old)
    if "batch_input_shape" in settings:
        settings.pop("batch_input_shape")
    else:
        settings.pop("input_length"), settings.pop("input_dim")
    return SimpleRNN(units, **settings)
