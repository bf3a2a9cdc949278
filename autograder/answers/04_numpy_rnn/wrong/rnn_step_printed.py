"""The state is printed, not returned.

fails: rnn_step-values rnn_step-edge rnn_step-integers rnn_step-unchanged
message: NoneType
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    print(np.tanh(Wx @ x_t + Wh @ h + b))
