"""A state thought needed for each word of the mail.

fails: needs_sequences-spam
message: mail as a whole
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": True,
        "word_class": True,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }
