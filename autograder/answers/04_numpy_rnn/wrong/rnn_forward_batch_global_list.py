"""The list of states stands outside the function.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge rnn_forward_batch-integers rnn_forward_batch-unchanged
message: must have the same shape
"""

# %% rnn_forward_batch
states = []

def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)
