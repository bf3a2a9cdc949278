"""mul is a matrix product.

fails: merge-elementwise
message: matrix product
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        return np.concatenate([fwd, bwd], axis=-1)
    if mode == "sum":
        return fwd + bwd
    if mode == "mul":
        return fwd @ bwd
    if mode == "ave":
        return (fwd + bwd) / 2
    raise ValueError(mode)
