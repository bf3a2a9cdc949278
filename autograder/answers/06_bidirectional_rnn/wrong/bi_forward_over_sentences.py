"""The loop runs over the sentences instead of the time steps.

fails: bi_forward-forward bi_forward-backward bi_forward-batch
message: never carries the state on
"""

# %% bi_forward
def bi_forward(x, fwd, bwd):
    f, g, h = [], [], np.zeros(len(fwd[2]))
    for x_t in x:
        h = step(x_t, h, *fwd)
        f.append(h)
    h = np.zeros(len(fwd[2]))
    for x_t in x[::-1]:
        h = step(x_t, h, *bwd)
        g.insert(0, h)
    return np.concatenate([f, g], axis=-1)
