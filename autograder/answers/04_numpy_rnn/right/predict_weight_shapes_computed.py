"""Shapes of arrays, by a helper."""

# %% predict_weight_shapes
def shapes_for(D, H):
    arrays = np.zeros((H, D)), np.zeros((H, H)), np.zeros(H)
    return tuple(a.shape for a in arrays)

def predict_weight_shapes():
    return shapes_for(4, 8), shapes_for(7, 3)
