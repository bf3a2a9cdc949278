"""The last state thought enough for everything.

fails: needs_sequences-word_class needs_sequences-next_letter needs_sequences-lower_layer
message: each word needs its own
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_class": False,
        "five_days": False,
        "next_letter": False,
        "digit": False,
        "lower_layer": False,
    }
