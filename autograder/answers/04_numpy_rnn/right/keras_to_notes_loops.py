"""Entry by entry, in lists."""

# %% keras_to_notes
def keras_to_notes(weights):
    kernel, recurrent_kernel = weights[0], weights[1]
    D, H = kernel.shape
    Wx = [[kernel[d][h] for d in range(D)] for h in range(H)]
    Wh = [[recurrent_kernel[j][h] for j in range(H)] for h in range(H)]
    b = list(weights[2]) if len(weights) == 3 else [0.0] * H
    return Wx, Wh, b
