"""The chunks are read in reverse order.

fails: run_chunks-check run_chunks-states
message: reverse order
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks[::-1]:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
