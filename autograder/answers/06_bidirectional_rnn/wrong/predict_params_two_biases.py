"""Two biases in each RNN, as other libraries have.

fails: predict_params-sibling
message: two biases in each RNN
"""

# %% predict_params
def predict_params():
    return 224, 100
