"""The state is kept in a global between calls; the given one is used the first time only.

fails: rnn_step-values rnn_step-edge rnn_step-integers rnn_step-unchanged
message: stopped with ValueError
"""

# %% rnn_step
state = None

def rnn_step(x_t, h, Wx, Wh, b):
    global state
    if state is None:
        state = h
    state = np.tanh(Wx @ x_t + Wh @ state + b)
    return state
