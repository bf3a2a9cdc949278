"""stateful is thrown away: it is thought to need no counterpart.

fails: modernise-settings
message: ignores stateful
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
    settings.pop("stateful", None)
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])
