"""Lists of lists, by zip."""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [[list(column) for column in zip(*Wx)], [list(column) for column in zip(*Wh)], list(b)]
