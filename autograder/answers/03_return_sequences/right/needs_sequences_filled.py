"""An empty dict filled line by line, with prints."""

# %% needs_sequences
def needs_sequences():
    needs = {}
    needs["lower_layer"] = True
    needs["digit"] = False
    needs["next_letter"] = True
    needs["five_days"] = False
    needs["word_class"] = True
    needs["spam"] = False
    print(needs)
    return needs
