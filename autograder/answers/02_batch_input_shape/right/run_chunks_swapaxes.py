"""Stacked, then the axes are put in order before the reshape."""

# %% run_chunks
def run_chunks(model, chunks):
    for layer in model.layers:
        if hasattr(layer, "reset_states"):
            layer.reset_states()
    outputs = np.stack([model(chunk).numpy() for chunk in chunks])
    n, b, t, h = outputs.shape
    return outputs.transpose(1, 0, 2, 3).reshape(b, n * t, h)
