"""np.transpose in a comprehension."""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [np.transpose(w) for w in (Wx, Wh, b)]
