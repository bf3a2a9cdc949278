"""Only the first sentence is computed.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: first sentence only
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0[0]
    states = []
    for word in x[0]:
        h = np.tanh(word @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states)
