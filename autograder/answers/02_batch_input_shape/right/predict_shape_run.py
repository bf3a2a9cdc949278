"""The models are built and asked."""

# %% predict_shape
def predict_shape():
    answers = []
    for shape, units in (((8, 2, 10), 3), ((6, 4, 9), 7)):
        model = keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units)])
        answers.append((model.output_shape, model.count_params()))
    return tuple(answers)
