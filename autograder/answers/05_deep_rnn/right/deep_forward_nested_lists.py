"""Nested lists of plain numbers, one sequence at a time."""

# %% deep_forward
def deep_forward(x, layers):
    result = []
    for sequence in x:
        rows = list(sequence)
        for weights in layers:
            h = np.zeros(len(weights[2]))
            states = []
            for row in rows:
                h = step(row, h, *weights)
                states.append(h)
            rows = states
        result.append([row.tolist() for row in rows])
    return result
