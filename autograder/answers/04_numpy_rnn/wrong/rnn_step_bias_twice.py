"""A bias on each of the two terms, as some libraries have it.

fails: rnn_step-values
message: bias added twice
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    from_input = Wx @ x_t + b
    from_state = Wh @ h + b
    return np.tanh(from_input + from_state)
