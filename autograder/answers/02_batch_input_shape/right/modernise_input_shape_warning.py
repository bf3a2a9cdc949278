"""input_shape= stays on the layer where that still works, with its warning."""

# %% modernise
def modernise(units, old):
    settings = dict(old)
    batch = settings.pop("batch_size", None)
    if "input_length" in settings:
        settings["input_shape"] = (settings.pop("input_length"), settings.pop("input_dim"))
    if batch is None and "input_shape" in settings:
        return keras.Sequential([SimpleRNN(units, **settings)])
    shape = settings.pop("batch_input_shape", None) or (batch, *settings.pop("input_shape"))
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])
