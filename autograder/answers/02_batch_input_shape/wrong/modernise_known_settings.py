"""Hands on the arguments that it knows, and loses all others.

fails: modernise-settings
message: ignores go_backwards
"""

# %% modernise
def modernise(units, old):
    if "batch_input_shape" in old:
        shape = old["batch_input_shape"]
    elif "input_shape" in old:
        shape = (old.get("batch_size"), *old["input_shape"])
    else:
        shape = (old.get("batch_size"), old["input_length"], old["input_dim"])
    settings = {k: old[k] for k in ("use_bias", "activation", "return_sequences", "stateful") if k in old}
    return keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units, **settings)])
