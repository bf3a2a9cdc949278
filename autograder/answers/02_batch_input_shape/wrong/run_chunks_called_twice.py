"""The model is called twice on each chunk.

fails: run_chunks-check run_chunks-states
message: each chunk twice
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        print(model(chunk).shape)
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
