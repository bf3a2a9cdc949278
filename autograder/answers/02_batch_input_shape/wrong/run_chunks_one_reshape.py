"""All chunks reshaped into one long sequence.

fails: run_chunks-states
message: made by a reshape
"""

# %% run_chunks
def run_chunks(model, chunks):
    for l in model.layers:
        if hasattr(l, "reset_state"):
            l.reset_state()
    n, b, t, d = chunks.shape
    return np.asarray(model(chunks.reshape(b, n * t, d)))
