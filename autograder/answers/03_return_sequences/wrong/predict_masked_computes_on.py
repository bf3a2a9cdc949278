"""The layer thought to compute on at the time steps left out.

fails: predict_masked-sibling
message: counts every time step
"""

# %% predict_masked
def predict_masked():
    return 10, 12
