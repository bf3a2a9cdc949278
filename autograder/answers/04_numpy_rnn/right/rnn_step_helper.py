"""A helper function, a print and a warning."""

# %% rnn_step
import warnings

def pre_activation(x, h, weights):
    Wx, Wh, b = weights
    return Wx @ x + Wh @ h + b

def rnn_step(x_t, h, Wx, Wh, b):
    print("step with", Wx.shape)
    warnings.warn("slow")
    return np.tanh(pre_activation(x_t, h, (Wx, Wh, b)))
