"""Sizes of the one sentence are written into the loop.

fails: rnn_step-values rnn_step-edge rnn_step-integers rnn_step-unchanged
message: stopped with IndexError
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.zeros(8)
    for i in range(8):
        new[i] = np.tanh(sum(Wx[i, j] * x_t[j] for j in range(4)) + sum(Wh[i, j] * h[j] for j in range(8)) + b[i])
    return new
