"""The result is cast to the dtype of the input.

fails: rnn_step-integers
message: cut to whole numbers
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh @ h + b).astype(x_t.dtype)
