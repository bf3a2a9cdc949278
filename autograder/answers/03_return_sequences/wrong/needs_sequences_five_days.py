"""Five outputs taken for five time steps.

fails: needs_sequences-five_days
message: one Dense layer gives all five
"""

# %% needs_sequences
def needs_sequences():
    return {
        "spam": False,
        "word_class": True,
        "five_days": True,
        "next_letter": True,
        "digit": False,
        "lower_layer": True,
    }
