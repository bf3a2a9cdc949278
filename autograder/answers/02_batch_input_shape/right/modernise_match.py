"""Patterns with a rest."""

# %% modernise
def modernise(units, old):
    match old:
        case {"batch_input_shape": (b, t, d), **rest}:
            pass
        case {"input_shape": (t, d), **rest}:
            b = rest.pop("batch_size", None)
        case {"input_length": t, "input_dim": d, **rest}:
            b = rest.pop("batch_size", None)
    x = keras.Input((t, d), batch_size=b)
    return keras.Model(x, SimpleRNN(units, **rest)(x))
