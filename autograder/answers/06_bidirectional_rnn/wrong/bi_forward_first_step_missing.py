"""The backward loop stops before the first word.

fails: bi_forward-backward
message: first word
"""

# %% bi_forward
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = len(fwd[2])
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T):
        h = step(x[:, t], h, *fwd)
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(T - 1, 0, -1):
        h = step(x[:, t], h, *bwd)
        out[:, t, H:] = h
    return out
