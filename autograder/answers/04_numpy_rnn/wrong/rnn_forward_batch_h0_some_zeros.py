"""An h0 with a zero in it counts as none, for all sentences.

fails: rnn_forward_batch-state
message: Where one sentence starts from zeros
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h = h0 if np.all(h0) else np.zeros_like(h0)
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states, axis=1)
