"""The two states are added.

fails: last_of_both-forward last_of_both-backward last_of_both-edge
message: sum of the halves
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return fwd[:, -1] + bwd[:, 0]
