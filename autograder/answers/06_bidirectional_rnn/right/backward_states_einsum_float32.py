"""einsum in float32."""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    x, k, r, b = (np.asarray(a, dtype='float32') for a in (x, kernel, recurrent_kernel, bias))
    h = np.zeros(len(b), dtype='float32')
    states = np.zeros((len(x), len(b)), dtype='float32')
    for t in range(len(x))[::-1]:
        h = np.tanh(np.einsum('d,dh->h', x[t], k) + np.einsum('g,gh->h', h, r) + b)
        states[t] = h
    return states
