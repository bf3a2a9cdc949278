"""The state term is added after tanh.

fails: rnn_step-values
message: outside tanh
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + b) + Wh @ h
