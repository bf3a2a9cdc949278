"""The loop runs over the batch, as over one sentence.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: over the sentences
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for x_t in x:
        h = np.tanh(x_t @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states)
