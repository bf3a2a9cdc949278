"""A state thought needed for each row.

fails: needs_sequences-digit
message: given once
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": True,
        "digit": True,
        "lower_layer": True,
    }
