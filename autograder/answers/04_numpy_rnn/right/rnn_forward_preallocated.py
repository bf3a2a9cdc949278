"""A preallocated array; the state is its row above."""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    T, H = inputs.shape[0], Wx.shape[0]
    states = np.zeros((T + 1, H))
    if h0 is not None:
        states[0] = h0
    for t in range(T):
        states[t + 1] = np.tanh(Wx @ inputs[t] + Wh @ states[t] + b)
    return states[1:]
