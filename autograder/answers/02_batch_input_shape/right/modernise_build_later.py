"""The model is built after its layer is made."""

# %% modernise
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
