"""The time axis comes first in the result.

fails: run_chunks-check run_chunks-states
message: time axis first
"""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_state"):
            layer.reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1).swapaxes(0, 1)
