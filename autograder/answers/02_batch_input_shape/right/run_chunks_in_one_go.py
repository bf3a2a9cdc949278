"""The chunks joined first, then one call: a Sequential model takes any number of steps."""

# %% run_chunks
def run_chunks(model, chunks):
    for l in model.layers:
        if getattr(l, "stateful", False):
            l.reset_state()
    return model(np.concatenate(list(chunks), axis=1))
