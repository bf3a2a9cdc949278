"""Both directions as one RNN with a block matrix as its recurrent kernel."""

# %% bi_forward
def bi_forward(x, fwd, bwd):
    Kf, Rf, bf = fwd
    Kb, Rb, bb = bwd
    H = len(bf)
    R = np.block([[Rf, np.zeros((H, H))], [np.zeros((H, H)), Rb]])
    z = np.concatenate([x @ Kf + bf, (x @ Kb + bb)[:, ::-1]], axis=2)
    s = [np.zeros((len(x), 2 * H))]
    for t in range(x.shape[1]):
        s.append(np.tanh(z[:, t] + s[-1] @ R))
    s = np.stack(s[1:], axis=1)
    return np.dstack([s[..., :H], s[:, ::-1, H:]])
