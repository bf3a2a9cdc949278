"""TensorFlow tensors, joined by Keras."""

# %% run_chunks
def run_chunks(model, chunks):
    [layer.reset_state() for layer in model.layers if getattr(layer, "stateful", False)]
    return keras.ops.concatenate([model(keras.ops.convert_to_tensor(c)) for c in chunks], axis=-2)
