"""One sequence after the other, the state not reset between them.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: from one sequence of the batch to the next
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros(len(weights[2]))
        rows = []
        for sequence in x:
            states = []
            for x_t in sequence:
                h = step(x_t, h, *weights)
                states.append(h)
            rows.append(states)
        x = np.array(rows)
    return x
