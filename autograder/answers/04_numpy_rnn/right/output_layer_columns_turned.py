"""Columns first, turned at the end."""

# %% output_layer
def output_layer(states, Wy, by):
    return (Wy @ states.T + by[:, None]).T
