# %% right: axes
# Computed from the number of axes of what stands above.
def needs_sequences():
    reads = {
        "spam": "BH", "word_class": "BTH", "five_days": "BH", "next_letter": "BTH", "digit": "BH", "lower_layer": "BTH"
    }
    return {task: len(axes) == 3 for task, axes in reads.items()}

# %% right: dict_call
# dict() with keywords.
def needs_sequences():
    return dict(spam=False, word_class=True, five_days=False, next_letter=True, digit=False, lower_layer=True)

# %% right: filled
# An empty dict filled line by line, with prints.
def needs_sequences():
    needs = {}
    needs["lower_layer"] = True
    needs["digit"] = False
    needs["next_letter"] = True
    needs["five_days"] = False
    needs["word_class"] = True
    needs["spam"] = False
    print(needs)
    return needs

# %% right: numpy_bool
# NumPy's bools, from a list of the tasks that need all states.
def needs_sequences():
    tasks = ["spam", "word_class", "five_days", "next_letter", "digit", "lower_layer"]
    return dict(zip(tasks, np.isin(tasks, ["word_class", "next_letter", "lower_layer"])))

# %% wrong: all_false
# The last state thought enough for everything.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: are the same
def needs_sequences():
    return {
        "spam": False,
        "word_class": False,
        "five_days": False,
        "next_letter": False,
        "digit": False,
        "lower_layer": False,
    }

# %% wrong: all_true
# Every RNN thought to need all states.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: are the same
def needs_sequences():
    return {
        "spam": True,
        "word_class": True,
        "five_days": True,
        "next_letter": True,
        "digit": True,
        "lower_layer": True,
    }

# %% wrong: digit
# A state thought needed for each row.
# fails: needs_sequences-digit
# message: returned once
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": True,
        "digit": True,
        "lower_layer": True,
    }

# %% wrong: five_days
# Five outputs taken for five time steps.
# fails: needs_sequences-five_days
# message: predicts all five days
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": True,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }

# %% wrong: inverted
# True and False the other way round: whether the last state is enough.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: the whole mail
def needs_sequences():
    return {
        "spam": True,
        "word_class": False,
        "five_days": True,
        "next_letter": False,
        "digit": True,
        "lower_layer": False,
    }

# %% wrong: list
# A list in the order of the table.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: should return a dict
def needs_sequences():
    return [False, True, False, True, False, True]

# %% wrong: lower_layer
# The lower layer judged by the one answer of the model.
# fails: needs_sequences-lower_layer
# message: upper RNN layer reads
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": False,
    }

# %% wrong: many_outputs
# Decided by whether the model has more than one output number.
# fails: needs_sequences-five_days needs_sequences-digit needs_sequences-lower_layer
# message: predicts all five days
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": True,
        "next_letter": True,
        "digit": True,
        "lower_layer": False,
    }

# %% wrong: misspelled
# One key is misspelled.
# fails: needs_sequences-word_class
# message: answer for 'word_class'
def needs_sequences():
    return {
        "spam": False,
        "word_classes": True,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }

# %% wrong: next_letter
# Only the letter after the last one thought of.
# fails: needs_sequences-next_letter
# message: after each letter
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": False,
        "digit": False,
        "lower_layer": True,
    }

# %% wrong: shapes
# The shapes in place of bools.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: True or False
def needs_sequences():
    return {
        "spam": ('B', 'H'),
        "word_class": ('B', 'T', 'H'),
        "five_days": ('B', 'H'),
        "next_letter": ('B', 'T', 'H'),
        "digit": ('B', 'H'),
        "lower_layer": ('B', 'T', 'H'),
    }

# %% wrong: spam
# A state thought needed for each word of the mail.
# fails: needs_sequences-spam
# message: the whole mail
def needs_sequences():
    return {
        "spam": True,
        "word_class": True,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }

# %% wrong: strings
# Strings in place of bools.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: True or False
def needs_sequences():
    return {
        "spam": "False",
        "word_class": "True",
        "five_days": "False",
        "next_letter": "True",
        "digit": "False",
        "lower_layer": "True",
    }

# %% wrong: word_class
# One state thought enough for the tags of all words.
# fails: needs_sequences-word_class
# message: each word needs its own
def needs_sequences():
    return {
        "spam": False,
        "word_class": False,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }

# %% wrong: printed
# The dict is printed, not returned.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: should return a dict
def needs_sequences():
    needs = {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }
    print(needs)

# %% wrong: stacked_inverted
# The upper layer answered for, in place of the lower; and one answer at the end of a text thought enough.
# fails: needs_sequences-next_letter needs_sequences-lower_layer
# message: after each letter
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": False,
        "digit": False,
        "lower_layer": False,
    }

# %% wrong: by_length_of_input
# Decided by whether the input has more than one time step.
# fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
# message: are the same
def needs_sequences():
    steps = {"spam": 200, "word_class": 20, "five_days": 30, "next_letter": 50, "digit": 28, "lower_layer": 20}
    return {task: count > 1 for task, count in steps.items()}
