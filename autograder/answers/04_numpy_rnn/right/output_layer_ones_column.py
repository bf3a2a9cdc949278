"""The bias as one more weight."""

# %% output_layer
def output_layer(states, Wy, by):
    W = np.column_stack([Wy, by])
    with_one = np.column_stack([states, np.ones(len(states))])
    return with_one.dot(W.T)
