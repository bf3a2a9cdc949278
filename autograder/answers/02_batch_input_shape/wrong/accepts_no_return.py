"""The answer is printed, not returned.

fails: accepts-check accepts-batch accepts-steps accepts-features
message: returns nothing
"""

# %% accepts
def accepts(declared, given, stateful):
    if stateful and declared[0] is None:
        raise ValueError("no batch size declared")
    print(declared[2] == given[2] and (not stateful or declared[0] == given[0]))
