"""Counts in a dict by shape: equal ones overwrite each other.

fails: count_params-equal
message: two arrays
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    counts = {(input_dim, units): input_dim * units, (units, units): units * units}
    if use_bias:
        counts[(units,)] = units
    return sum(counts.values())
