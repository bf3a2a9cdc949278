# %% right: formula
# The numbers come from the formula.
def predict_shape():
    def params(d, h):
        return d * h + h * h + h

    return [[(8, 3), params(10, 3)], [(6, 7), params(9, 7)]]

# %% right: run
# The models are built and asked.
def predict_shape():
    answers = []
    for shape, units in (((8, 2, 10), 3), ((6, 4, 9), 7)):
        model = keras.Sequential([keras.Input(batch_shape=shape), SimpleRNN(units)])
        answers.append((model.output_shape, model.count_params()))
    return tuple(answers)

# %% wrong: batch_in_params
# The batch is counted as a parameter axis.
# fails: predict_shape-check predict_shape-sibling
# message: multiplied by the batch size
def predict_shape():
    return ((8, 3), 8 * 42), ((6, 7), 6 * 119)

# %% wrong: batch_open
# The batch axis is taken to stay None.
# fails: predict_shape-check predict_shape-sibling
# message: has None for the batch size
def predict_shape():
    return ((None, 3), 42), ((None, 7), 119)

# %% wrong: no_bias
# The bias is forgotten.
# fails: predict_shape-check predict_shape-sibling
# message: leaves out the bias
def predict_shape():
    return ((8, 3), 39), ((6, 7), 112)

# %% wrong: no_recurrent
# The recurrent weights are forgotten.
# fails: predict_shape-check predict_shape-sibling
# message: recurrent weights
def predict_shape():
    return ((8, 3), 33), ((6, 7), 70)

# %% wrong: one_pair
# Only one pair is returned.
# fails: predict_shape-check predict_shape-sibling
# message: but it should be
def predict_shape():
    return (8, 3), 42

# %% wrong: recurrent_per_unit
# One recurrent weight is counted for each unit.
# fails: predict_shape-check predict_shape-sibling
# message: per unit
def predict_shape():
    return ((8, 3), 36), ((6, 7), 77)

# %% wrong: shapes_only
# Two shapes, without the numbers of parameters.
# fails: predict_shape-check predict_shape-sibling
# message: but it should be
def predict_shape():
    return (8, 3), (6, 7)

# %% wrong: shown_twice
# The answer for the shown model is given twice.
# fails: predict_shape-sibling
# message: shown model
# visible: no
def predict_shape():
    return ((8, 3), 42), ((8, 3), 42)

# %% wrong: steps_in_params
# Time steps multiplied into the parameters.
# fails: predict_shape-check predict_shape-sibling
# message: multiplied by the number of time steps
def predict_shape():
    return ((8, 3), 2 * 42), ((6, 7), 4 * 119)

# %% wrong: time_axis
# The output is thought to keep the time axis.
# fails: predict_shape-check predict_shape-sibling
# message: time axis
def predict_shape():
    return ((8, 2, 3), 42), ((6, 4, 7), 119)

# %% wrong: axes_swapped
# The hidden size comes before the batch.
# fails: predict_shape-check predict_shape-sibling
# message: batch comes first
def predict_shape():
    return ((3, 8), 42), ((7, 6), 119)

# %% wrong: input_shape
# The output is thought to have the shape of the input.
# fails: predict_shape-check predict_shape-sibling
# message: is the input shape
def predict_shape():
    return ((8, 2, 10), 42), ((6, 4, 9), 119)

# %% wrong: no_batch
# The batch is left out of the shape, as in `shape=`.
# fails: predict_shape-check predict_shape-sibling
# message: no batch axis
def predict_shape():
    return ((3,), 42), ((7,), 119)

# %% wrong: states_counted
# The hidden states of the batch are counted as parameters.
# fails: predict_shape-check predict_shape-sibling
# message: adds the hidden states
def predict_shape():
    return ((8, 3), 42 + 8 * 3), ((6, 7), 119 + 6 * 7)

# %% wrong: text
# The shapes are written as text.
# fails: predict_shape-check predict_shape-sibling
# message: without the quotes
def predict_shape():
    return ("(8, 3)", 42), ("(6, 7)", 119)
