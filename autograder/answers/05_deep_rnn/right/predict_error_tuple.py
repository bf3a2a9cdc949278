"""A tuple in brackets, with a print."""

# %% predict_error
def predict_error():
    print("with Input the shapes are known early")
    return ("first batch", "building", "never")
