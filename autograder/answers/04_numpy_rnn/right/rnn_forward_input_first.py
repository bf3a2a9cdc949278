"""All input terms in one product, then the loop; returns a list of arrays."""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    ahead = inputs @ Wx.T + b
    states = []
    for t in range(len(ahead)):
        before = states[-1] if states else (0 if h0 is None else Wh @ np.zeros(len(b)) + h0)
        recurrent = Wh @ before if np.ndim(before) else 0
        states.append(np.tanh(ahead[t] + recurrent))
    return states
