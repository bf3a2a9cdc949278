"""A list in the order of the table.

fails: needs_sequences-spam needs_sequences-word_class needs_sequences-five_days needs_sequences-next_letter needs_sequences-digit needs_sequences-lower_layer
message: A dict with an answer
"""

# %% needs_sequences
def needs_sequences():
    return [False, True, False, True, False, True]
