"""The old arguments are handed on as they are.

fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings modernise-unchanged
message: Unrecognized keyword
"""

# %% modernise
def modernise(units, old):
    return keras.Sequential([SimpleRNN(units, **old)])
