"""The forward weights in both directions.

fails: bi_forward-backward
message: uses the forward weights
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
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)
