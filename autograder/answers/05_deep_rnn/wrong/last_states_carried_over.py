"""One sequence after the other, the state not reset between them.

fails: last_states-values last_states-square last_states-edge last_states-integers
message: from one sequence of the batch to the next
"""

# %% last_states
def last_states(x, layers):
    last = []
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
        last.append(x[:, -1])
    return last
