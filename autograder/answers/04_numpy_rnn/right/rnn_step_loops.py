"""Plain Python loops; returns a list."""

# %% rnn_step
import math

def rnn_step(x_t, h, Wx, Wh, b):
    new = []
    for unit in range(len(b)):
        total = b[unit]
        for j, x in enumerate(x_t):
            total += Wx[unit][j] * x
        for j, old in enumerate(h):
            total += Wh[unit][j] * old
        new.append(math.tanh(total))
    return new
