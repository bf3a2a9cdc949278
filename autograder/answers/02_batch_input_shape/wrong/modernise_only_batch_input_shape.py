"""Only batch_input_shape is known.

fails: modernise-check modernise-open modernise-size
message: KeyError
"""

# %% modernise
def modernise(units, old):
    settings = dict(old)
    shape = settings.pop("batch_input_shape")
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])
