"""All real states of each sentence.

fails: last_real-values last_real-shape
message: list whose rows differ
"""

# %% last_real
def last_real(states, lengths):
    return [states[i, :n] for i, n in enumerate(lengths)]
