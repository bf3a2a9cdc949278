# %% right: computed
# Computed from the start of the chunk.
def predict_reach():
    def reach(at, length):
        first = (at - 1) // length * length + 1
        return first, at - first + 1

    return reach(12, 5), reach(15, 6)

# %% wrong: whole_series
# The gradient goes back to step 1.
# fails: predict_reach-sibling
# message: go back to step 1
def predict_reach():
    return (1, 12), (1, 15)

# %% wrong: by_length
# It goes back by one chunk length.
# fails: predict_reach-sibling
# message: whole chunk length
def predict_reach():
    return (8, 5), (10, 6)

# %% wrong: from_zero
# Counted from 0.
# fails: predict_reach-sibling
# message: counts from 0
def predict_reach():
    return (10, 2), (12, 3)

# %% wrong: last_only
# Only the step of the loss.
# fails: predict_reach-sibling
# message: last step only
def predict_reach():
    return (12, 1), (15, 1)

# %% wrong: exchanged
# The two numbers in the wrong order.
# fails: predict_reach-sibling
# message: wrong order
def predict_reach():
    return (2, 11), (3, 13)

# %% wrong: whole_chunk_too
# One chunk too far back.
# fails: predict_reach-sibling
# message: one chunk too far
def predict_reach():
    return (6, 7), (7, 9)
