"""Only the first layer is reset, whatever it is.

fails: run_chunks-layers
message: stopped with AttributeError
"""

# %% run_chunks
def run_chunks(model, chunks):
    model.layers[0].reset_state()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
