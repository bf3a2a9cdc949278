"""The shapes are worked out by a small helper."""

# %% predict_shape
def predict_shape():
    def shape(timesteps, units):
        return None, timesteps, 2 * units

    return [shape(10, 8), shape(7, 5)]
