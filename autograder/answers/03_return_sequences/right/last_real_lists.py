"""A list of lists."""

# %% last_real
def last_real(states, lengths):
    return [states[i][int(lengths[i]) - 1].tolist() for i in range(len(states))]
