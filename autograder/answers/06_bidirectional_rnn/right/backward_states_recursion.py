"""A helper that calls itself, and a print."""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    def after(t):
        h = states[t + 1] if t + 1 < len(x) else np.zeros(len(bias))
        states[t] = step(x[t], h, kernel, recurrent_kernel, bias)
        return after(t - 1) if t else states

    states = {}
    after(len(x) - 1)
    print('states:', len(states))
    return np.array([states[t] for t in range(len(x))])
