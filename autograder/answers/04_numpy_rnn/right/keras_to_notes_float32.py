"""einsum, float32, copies."""

# %% keras_to_notes
def keras_to_notes(weights):
    Wx = np.einsum("dh->hd", weights[0]).astype("float32").copy()
    Wh = np.swapaxes(weights[1], 0, 1).astype("float32").copy()
    b = weights[2].astype("float32") if len(weights) > 2 else np.zeros(Wx.shape[0], "float32")
    return Wx, Wh, b
