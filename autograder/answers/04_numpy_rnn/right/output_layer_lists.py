"""Lists and sums."""

# %% output_layer
def output_layer(states, Wy, by):
    return [[sum(w * s for w, s in zip(row, h)) + c for row, c in zip(Wy, by)] for h in states]
