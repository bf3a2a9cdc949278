"""Shapes asked from Keras."""

# %% predict_shape
def predict_shape():
    shown = keras.Sequential([SimpleRNN(8, return_sequences=True), SimpleRNN(8, return_sequences=True)])
    sibling = keras.Sequential([SimpleRNN(6, return_sequences=True), SimpleRNN(5)])
    return shown(np.zeros((1, 10, 4))).shape, sibling(np.zeros((3, 7, 2))).shape
