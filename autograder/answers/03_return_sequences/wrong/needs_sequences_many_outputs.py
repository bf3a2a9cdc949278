"""Decided by whether the model has more than one output number.

fails: needs_sequences-five_days needs_sequences-digit needs_sequences-lower_layer
message: one Dense layer gives all five
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": True,
        "next_letter": True,
        "digit": True,
        "lower_layer": False,
    }
