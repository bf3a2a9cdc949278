"""Nested lists, and a reset after reading too."""

# %% run_chunks
def run_chunks(model, chunks):
    def reset():
        for layer in model.layers:
            if hasattr(layer, "reset_state"):
                layer.reset_state()

    reset()
    rows = [[] for _ in chunks[0]]
    for chunk in chunks:
        for row, states in zip(rows, np.asarray(model(chunk)).tolist()):
            row.extend(states)
    reset()
    return rows
