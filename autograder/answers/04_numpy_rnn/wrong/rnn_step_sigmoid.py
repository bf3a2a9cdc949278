"""A sigmoid in place of tanh.

fails: rnn_step-values
message: sigmoid
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    z = Wx @ x_t + Wh @ h + b
    return 1 / (1 + np.exp(-z))
