"""The batch of batch_input_shape is dropped.

fails: modernise-check modernise-batch
message: leaves the batch open
"""

# %% modernise
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
