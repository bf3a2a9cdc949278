"""float32 throughout."""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    inputs, Wx, Wh, b = (a.astype("float32") for a in (inputs, Wx, Wh, b))
    h = np.zeros(len(b), "float32") if h0 is None else h0.astype("float32")
    states = []
    for x_t in inputs:
        h = np.tanh(Wx @ x_t + Wh @ h + b)
        states.append(h)
    return np.array(states)
