"""A loop over the units writes into the state that later units still read.

fails: rnn_step-values rnn_step-integers rnn_step-unchanged
message: right shape
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    for i in range(len(h)):
        h[i] = np.tanh(Wx[i] @ x_t + Wh[i] @ h + b[i])
    return h
