"""One-hot weights over time, in float32."""

# %% last_real
def last_real(states, lengths):
    pick = np.eye(states.shape[1])[lengths - 1]
    return np.einsum("bt,bth->bh", pick, states).astype("float32")
