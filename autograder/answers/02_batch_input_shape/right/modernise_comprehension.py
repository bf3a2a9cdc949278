"""What is not a shape is kept by a comprehension; Input with batch_size."""

# %% modernise
def modernise(units, old):
    shape = old.get("batch_input_shape")
    if shape is None:
        sizes = old.get("input_shape") or (old["input_length"], old["input_dim"])
        shape = (old.get("batch_size"), *sizes)
    about_shape = {"batch_input_shape", "input_shape", "batch_size", "input_length", "input_dim"}
    settings = {name: value for name, value in old.items() if name not in about_shape}
    return keras.Sequential([
        keras.Input(shape=shape[1:], batch_size=shape[0]),
        SimpleRNN(units, **settings),
    ])
