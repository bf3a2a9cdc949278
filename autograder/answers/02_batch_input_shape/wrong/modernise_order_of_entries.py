"""Takes time steps and input dimension in the order of the dict.

fails: modernise-open
message: swapped
"""

# %% modernise
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
