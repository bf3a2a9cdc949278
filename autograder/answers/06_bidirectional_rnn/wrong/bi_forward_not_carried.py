"""The state is never carried on.

fails: bi_forward-forward bi_forward-backward
message: never carries the state on
"""

# %% bi_forward
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        new = step(turned[:, t], h, *fwd)
        states.append(new)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        new = step(turned[:, t], h, *bwd)
        states.append(new)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)
