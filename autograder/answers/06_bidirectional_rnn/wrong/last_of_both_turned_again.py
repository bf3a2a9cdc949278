"""The backward states are turned round once more.

fails: last_of_both-backward
message: met one word only
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    turned = bwd[:, ::-1]
    return np.hstack([fwd[:, -1], turned[:, 0]])
