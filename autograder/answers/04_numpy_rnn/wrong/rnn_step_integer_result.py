"""The result takes over the dtype of the state.

fails: rnn_step-integers
message: cut to whole numbers
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.zeros_like(h)
    for i in range(len(h)):
        new[i] = np.tanh(Wx[i] @ x_t + Wh[i] @ h + b[i])
    return new
