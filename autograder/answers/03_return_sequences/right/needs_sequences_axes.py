"""Computed from the number of axes of what stands above."""

# %% needs_sequences
def needs_sequences():
    reads = {
        "spam": "BH", "word_class": "BTH", "five_days": "BH", "next_letter": "BTH", "digit": "BH", "lower_layer": "BTH"
    }
    return {task: len(axes) == 3 for task, axes in reads.items()}
