"""Nested lists for the elementwise modes, einsum for the product."""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=2 if np.ndim(fwd) == 3 else 1).tolist()
    if mode == "mul":
        return np.einsum("...h,...h->...h", fwd, bwd)
    if mode in ("sum", "ave"):
        return ((fwd + bwd) / (2 if mode == "ave" else 1)).tolist()
    raise ValueError("concat, sum, mul or ave, not " + mode)
