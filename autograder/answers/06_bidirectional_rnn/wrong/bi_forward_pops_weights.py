"""The weights are popped from the caller's lists.

fails: bi_forward-unchanged
message: caller's fwd is changed
"""

# %% bi_forward
def bi_forward(x, fwd, bwd):
    K, R, b = fwd.pop(0), fwd.pop(0), fwd.pop(0)
    fwd_weights = [K, R, b]
    h = np.zeros((len(x), len(b)))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd_weights)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(b)))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)
