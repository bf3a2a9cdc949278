"""Time first, and back at the end."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    h, states = h0, []
    for x_t in x.swapaxes(0, 1):
        h = np.tanh(x_t @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.array(states).transpose(1, 0, 2)
