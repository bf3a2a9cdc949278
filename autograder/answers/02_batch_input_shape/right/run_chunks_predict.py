"""predict in place of a call."""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        try:
            layer.reset_state()
        except AttributeError:
            pass
    return np.hstack([model.predict(c, batch_size=len(c), verbose=0) for c in chunks])
