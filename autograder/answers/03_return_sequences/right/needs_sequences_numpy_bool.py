"""NumPy's bools, from a list of the tasks that need all states."""

# %% needs_sequences
def needs_sequences():
    tasks = ["spam", "word_class", "five_days", "next_letter", "digit", "lower_layer"]
    return dict(zip(tasks, np.isin(tasks, ["word_class", "next_letter", "lower_layer"])))
