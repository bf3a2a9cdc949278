"""The loop begins with the second word, and step 0 is the initial state.

fails: rnn_forward_batch-values rnn_forward_batch-state
message: begins with the second word
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    states = np.zeros((x.shape[0], x.shape[1], len(bias)))
    states[:, 0] = h0
    for t in range(1, x.shape[1]):
        states[:, t] = np.tanh(x[:, t] @ kernel + states[:, t - 1] @ recurrent_kernel + bias)
    return states
