"""batch_size is handed on to the layer beside input_shape, which Keras 3 refuses.

fails: modernise-size
message: Unrecognized keyword
"""

# %% modernise
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
