"""The result is printed, not returned.

fails: merge-concat merge-batch merge-elementwise merge-unchanged
message: NoneType
"""

# %% merge
def merge(fwd, bwd, mode):
    if mode == "concat":
        print(np.concatenate([fwd, bwd], axis=-1))
    elif mode == "sum":
        print(fwd + bwd)
    elif mode == "mul":
        print(fwd * bwd)
    elif mode == "ave":
        print((fwd + bwd) / 2)
    else:
        raise ValueError(mode)
