"""The blocks in a set: equal numbers count once.

fails: count_params-check count_params-values count_params-equal
message: where they have the same shape
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    blocks = {input_dim * units, units * units}
    if use_bias:
        blocks.add(units)
    return sum(blocks)
