"""float32."""

# %% output_layer
def output_layer(states, Wy, by):
    return np.float32(states) @ np.float32(Wy).T + np.float32(by)
