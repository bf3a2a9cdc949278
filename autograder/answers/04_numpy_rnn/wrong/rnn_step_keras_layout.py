"""Both products in the layout of Keras.

fails: rnn_step-values rnn_step-edge
message: both weight matrices transposed
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(x_t @ Wx + h @ Wh + b)
