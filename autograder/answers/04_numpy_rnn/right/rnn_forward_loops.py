"""Plain loops over units; a list of lists."""

# %% rnn_forward
import math

def rnn_forward(inputs, Wx, Wh, b, h0=None):
    units = range(len(b))
    h = [0.0 for _ in units] if h0 is None else [float(v) for v in h0]
    states = []
    for x_t in inputs:
        h = [math.tanh(sum(w * x for w, x in zip(Wx[i], x_t)) + sum(w * s for w, s in zip(Wh[i], h)) + b[i]) for i in units]
        states.append(h)
    return states
