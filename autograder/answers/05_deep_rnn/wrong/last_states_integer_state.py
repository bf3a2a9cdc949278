"""The hidden state has the dtype of the input.

fails: last_states-integers
message: takes its dtype from x
"""

# %% last_states
def last_states(x, layers):
    last = [np.zeros((len(x), len(bias)), dtype=x.dtype) for _, _, bias in layers]
    for t in range(x.shape[1]):
        below = x[:, t]
        for h, weights in zip(last, layers):
            h[:] = step(below, h, *weights)
            below = h
    return last
