"""A loop over the units leaves the last state out of the sum.

fails: rnn_step-values rnn_step-edge
message: right shape
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    new = []
    for i in range(len(b)):
        z = b[i]
        for j in range(len(x_t)):
            z += Wx[i, j] * x_t[j]
        for j in range(len(h) - 1):
            z += Wh[i, j] * h[j]
        new.append(np.tanh(z))
    return np.array(new)
