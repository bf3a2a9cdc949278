"""batch_input_shape is handed to shape=, which adds a batch axis.

fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings modernise-unchanged
message: ndim=4
"""

# %% modernise
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
