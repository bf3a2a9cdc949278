"""Only the letter after the last one thought of.

fails: needs_sequences-next_letter
message: after each letter
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": False,
        "digit": False,
        "lower_layer": True,
    }
