"""Keras's merge layers; KeyError turned into ValueError."""

# %% merge
def merge(fwd, bwd, mode):
    from keras import layers
    try:
        layer = {"concat": layers.Concatenate, "sum": layers.Add, "mul": layers.Multiply, "ave": layers.Average}[mode]()
    except KeyError:
        raise ValueError(f"no such mode: {mode}")
    return layer([keras.ops.convert_to_tensor(fwd), keras.ops.convert_to_tensor(bwd)])
