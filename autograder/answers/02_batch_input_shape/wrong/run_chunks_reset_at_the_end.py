"""The model is reset after the last chunk, not before the first.

fails: run_chunks-before run_chunks-layers
message: earlier call
"""

# %% run_chunks
def run_chunks(model, chunks):
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    return np.concatenate(outputs, axis=1)
