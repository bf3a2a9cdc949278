"""The states are computed in the array of h0.

fails: rnn_forward_batch-integers rnn_forward_batch-unchanged
message: h0 is changed
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h[:] = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h.copy())
    return np.stack(states, axis=1)
