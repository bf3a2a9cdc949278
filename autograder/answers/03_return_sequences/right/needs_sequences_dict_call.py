"""dict() with keywords."""

# %% needs_sequences
def needs_sequences():
    return dict(spam=False, word_class=True, five_days=False, next_letter=True, digit=False, lower_layer=True)
