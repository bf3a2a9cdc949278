"""Each output is put before the ones before it.

fails: run_chunks-check run_chunks-states
message: reverse order after
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.insert(0, np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
