# %% right: measured
# Asked from Keras.
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

# %% right: names
# A list from variables.
def predict_error():
    shown = "first batch"
    sibling_a = "building"
    sibling_b = "never"
    return [shown, sibling_a, sibling_b]

# %% right: tuple
# A tuple in brackets, with a print.
def predict_error():
    print("with Input the shapes are known early")
    return ("first batch", "building", "never")

# %% wrong: all_late
# Each error is thought to come with the first batch.
# fails: predict_error-siblings
# message: as one without Input
# visible: no
def predict_error():
    return "first batch", "first batch", "first batch"

# %% wrong: input_overlooked
# The Input is overlooked.
# fails: predict_error-siblings
# message: as one without Input
# visible: no
def predict_error():
    return "first batch", "first batch", "never"

# %% wrong: middle_overlooked
# Only the lowest layer is thought to need the flag.
# fails: predict_error-siblings
# message: misses that the upper layer gets no sequence
def predict_error():
    return "never", "never", "never"

# %% wrong: top_at_building
# The top layer is thought to need the flag, and the model to know its input.
# fails: predict_error-siblings
# message: as if it knew its input
def predict_error():
    return "building", "building", "building"

# %% wrong: top_needs_it
# The top layer is thought to need the flag too.
# fails: predict_error-siblings
# message: treats the top layer like the others
# visible: no
def predict_error():
    return "first batch", "building", "first batch"

# %% wrong: short_word
# A word that is not among the three.
# fails: predict_error-siblings
# message: Your second answer
def predict_error():
    return "first batch", "first", "never"

# %% wrong: one_word
# One word for all models.
# fails: predict_error-siblings
# message: three words
def predict_error():
    return "first batch"
