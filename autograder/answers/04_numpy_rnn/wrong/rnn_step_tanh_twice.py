"""tanh is applied a second time.

fails: rnn_step-values
message: tanh twice
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.tanh(Wx @ x_t + Wh @ h + b)
    return np.tanh(new)
