"""The lower layer judged by the one answer of the model.

fails: needs_sequences-lower_layer
message: upper RNN layer reads
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": False,
        "next_letter": True,
        "digit": False,
        "lower_layer": False,
    }
