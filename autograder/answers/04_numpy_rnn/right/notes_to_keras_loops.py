"""Entry by entry."""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    H, D = Wx.shape
    kernel, recurrent_kernel = np.zeros((D, H)), np.zeros((H, H))
    for unit in range(H):
        for feature in range(D):
            kernel[feature, unit] = Wx[unit, feature]
        for other in range(H):
            recurrent_kernel[other, unit] = Wh[unit, other]
    return [kernel, recurrent_kernel, b.copy()]
