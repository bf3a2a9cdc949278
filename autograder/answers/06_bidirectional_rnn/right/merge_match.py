"""match and case, float32."""

# %% merge
def merge(fwd, bwd, mode):
    f, g = fwd.astype("float32"), bwd.astype("float32")
    match mode:
        case "concat":
            return np.append(f, g, axis=-1)
        case "sum":
            return np.sum([f, g], axis=0)
        case "mul":
            return np.prod([f, g], axis=0)
        case "ave":
            return np.mean([f, g], axis=0)
        case _:
            raise ValueError
