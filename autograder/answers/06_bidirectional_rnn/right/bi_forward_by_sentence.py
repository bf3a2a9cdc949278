"""Sentence by sentence, nested lists."""

# %% bi_forward
def bi_forward(x, fwd, bwd):
    result = []
    for sentence in x:
        f, g = [], []
        h = np.zeros(fwd[1].shape[0])
        for x_t in sentence:
            h = step(x_t, h, *fwd)
            f.append(h)
        h = np.zeros(bwd[1].shape[0])
        for x_t in reversed(sentence):
            h = step(x_t, h, *bwd)
            g.append(h)
        result.append([list(a) + list(b) for a, b in zip(f, g[::-1])])
    return result
