"""Words in place of bools.

fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
message: without quotes
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": 'no',
        "word_class": 'yes',
        "five_days": 'no',
        "next_letter": 'yes',
        "digit": 'no',
        "lower_layer": 'yes',
    }
