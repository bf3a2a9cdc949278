"""Ten steps are written into the loop.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers rnn_forward_batch-unchanged
message: IndexError
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(10):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)
