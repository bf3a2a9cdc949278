"""True and False the other way round: whether the last state is enough.

fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
message: mail as a whole
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": True,
        "word_class": False,
        "five_days": True,
        "next_letter": False,
        "digit": True,
        "lower_layer": False,
    }
