"""Any array is thought to pass.

fails: accepts-check accepts-batch accepts-features accepts-unknown
message: lets a stateful model take any batch
"""

# %% accepts
def accepts(declared, given, stateful):
    return True
