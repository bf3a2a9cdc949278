"""float32 throughout."""

# %% last_states
def last_states(x, layers):
    out = np.array(x, dtype="float32")
    last = []
    for weights in layers:
        K, R, b = [np.asarray(w, dtype="float32") for w in weights]
        h = np.zeros((out.shape[0], b.shape[0]), dtype="float32")
        states = np.empty((out.shape[0], out.shape[1], b.shape[0]), dtype="float32")
        for t in range(out.shape[1]):
            h = np.tanh(out[:, t] @ K + h @ R + b)
            states[:, t] = h
        out = states
        last.append(h)
    return last
