"""A dictionary of names.

fails: keras_to_notes-wx keras_to_notes-wh keras_to_notes-bias keras_to_notes-nobias
message: three arrays
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return {"Wx": weights[0].T, "Wh": weights[1].T, "b": b}
