"""The new state is added to the old one.

fails: rnn_step-values
message: state before added
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return h + np.tanh(Wx @ x_t + Wh @ h + b)
