"""The loop ends one step early.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: lacks the last step
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0
    states = []
    for t in range(x.shape[1] - 1):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.array(states).swapaxes(0, 1) if states else np.zeros((len(x), 0, len(bias)))
