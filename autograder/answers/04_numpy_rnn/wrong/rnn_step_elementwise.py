"""* instead of @.

fails: rnn_step-values rnn_step-edge
message: element by element
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx * x_t + Wh * h + b)
