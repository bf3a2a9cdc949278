"""The sum of the real states, by a mask that is never narrowed to one time step.

fails: last_real-values
message: sum of the real states
"""

# %% last_real
def last_real(states, lengths):
    mask = np.arange(states.shape[1]) < lengths[:, None]
    return np.einsum("bt,bth->bh", mask.astype(float), states)
