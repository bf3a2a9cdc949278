"""One key is misspelled.

fails: needs_sequences-word_class
message: 'word_class' is asked for
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_classes": True,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }
