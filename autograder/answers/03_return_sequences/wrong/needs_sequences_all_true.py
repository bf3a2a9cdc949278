"""Every RNN thought to need all states.

fails: needs_sequences-spam needs_sequences-five_days needs_sequences-digit
message: mail as a whole
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": True,
        "word_class": True,
        "five_days": True,
        "next_letter": True,
        "digit": True,
        "lower_layer": True,
    }
