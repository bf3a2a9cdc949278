"""The shapes in place of bools.

fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
message: which is not right
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": ('B', 'H'),
        "word_class": ('B', 'T', 'H'),
        "five_days": ('B', 'H'),
        "next_letter": ('B', 'T', 'H'),
        "digit": ('B', 'H'),
        "lower_layer": ('B', 'T', 'H'),
    }
