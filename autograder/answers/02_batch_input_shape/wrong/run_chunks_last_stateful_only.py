"""Only the last stateful layer is reset.

fails: run_chunks-layers
message: lower one still has the state
"""

# %% run_chunks
def run_chunks(model, chunks):
    [layer for layer in model.layers if hasattr(layer, "reset_state")][-1].reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
