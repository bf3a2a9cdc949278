"""The model is reset before every chunk.

fails: run_chunks-check run_chunks-states
message: reset once
"""

# %% run_chunks
def run_chunks(model, chunks):
    outputs = []
    for chunk in chunks:
        for layer in model.layers:
            if hasattr(layer, "reset_state"):
                layer.reset_state()
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
