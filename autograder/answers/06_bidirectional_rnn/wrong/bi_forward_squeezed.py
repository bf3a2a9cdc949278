"""Axes of length 1 are squeezed out.

fails: bi_forward-batch
message: the first axis
"""

# %% bi_forward
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.squeeze(np.concatenate([f, g], axis=-1))
