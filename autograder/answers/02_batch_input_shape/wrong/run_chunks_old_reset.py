"""The method of the model, which is gone.

fails: run_chunks-check run_chunks-states run_chunks-before run_chunks-layers
message: no attribute 'reset_states'
"""

# %% run_chunks
def run_chunks(model, chunks):
    model.reset_states()
    outputs = []
    for chunk in chunks:
        outputs.append(np.asarray(model(chunk)))
    return np.concatenate(outputs, axis=1)
