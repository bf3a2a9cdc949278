"""Tried out in Keras."""

# %% first_bad_layer
def first_bad_layer(flags):
    for k in range(1, len(flags)):
        try:
            keras.Sequential([keras.Input((3, 2))] + [SimpleRNN(2, return_sequences=f) for f in flags[:k + 1]])
        except ValueError:
            return k - 1
    return None
