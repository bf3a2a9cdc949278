"""predict is called on all chunks at once.

fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
message: stopped with
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    return model.predict(chunks, verbose=0)
