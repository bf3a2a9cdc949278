"""A helper that returns all states of one layer, einsum inside."""

# %% last_states
def last_states(x, layers):
    def run(x, kernel, recurrent_kernel, bias):
        h = np.zeros((x.shape[0], bias.shape[0]))
        for t in range(x.shape[1]):
            h = np.tanh(np.einsum("bd,dh->bh", x[:, t], kernel) + np.einsum("bh,hk->bk", h, recurrent_kernel) + bias)
            yield h

    last = []
    for weights in layers:
        states = list(run(x, *weights))
        x = np.moveaxis(np.array(states), 0, 1)
        last += [states[-1]]
    print(len(last), "layers")
    return last
