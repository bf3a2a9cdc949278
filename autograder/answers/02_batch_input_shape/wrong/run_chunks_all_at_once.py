"""The chunks are joined first and read in one call, joined on the batch axis.

fails: run_chunks-check run_chunks-states
message: stopped with
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    return np.asarray(model(np.concatenate(chunks)))
