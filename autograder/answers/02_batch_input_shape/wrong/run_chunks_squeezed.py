"""Axes of size one are squeezed away.

fails: run_chunks-check run_chunks-states
message: has shape
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.squeeze(np.concatenate(outputs, axis=1))
