"""Asked from Keras."""

# %% predict_error
def predict_error():
    def when(layers, x):
        try:
            model = keras.Sequential(layers)
        except ValueError:
            return "building"
        try:
            model(x)
        except ValueError:
            return "first batch"
        return "never"

    def rnns(*flags):
        return [SimpleRNN(5, return_sequences=flag) for flag in flags]

    return (
        when([SimpleRNN(8), SimpleRNN(8)], np.zeros((1, 10, 4))),
        when([keras.Input((7, 3)), *rnns(True, False, True)], np.zeros((2, 7, 3))),
        when(rnns(True, True, False), np.zeros((2, 7, 3))),
    )
