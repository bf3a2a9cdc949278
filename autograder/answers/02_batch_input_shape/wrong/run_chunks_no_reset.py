"""The model is never reset.

fails: run_chunks-before run_chunks-layers
message: earlier call
"""

# %% run_chunks
def run_chunks(model, chunks):
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
