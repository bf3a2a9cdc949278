"""One state thought enough for the tags of all words.

fails: needs_sequences-word_class
message: each word needs its own
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_class": False,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }
