"""Stacked, then forced into shape by a reshape.

fails: run_chunks-states
message: reshaped
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.stack(outputs).reshape(chunks.shape[1], -1, outputs[0].shape[-1])
