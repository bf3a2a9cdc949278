"""An array made before, float32."""

# %% last_of_both
def last_of_both(fwd, bwd):
    B, T, H = fwd.shape
    out = np.empty((B, 2 * H), dtype='float32')
    out[:, :H] = fwd[:, T - 1]
    out[:, H:] = bwd[:, 0]
    return out
