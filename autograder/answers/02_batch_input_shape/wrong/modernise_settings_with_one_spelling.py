"""Hands the other arguments on beside batch_input_shape only.

fails: modernise-settings
message: ignores stateful
"""

# %% modernise
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
