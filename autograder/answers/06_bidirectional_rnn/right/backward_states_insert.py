"""Each new state is put in front of the list."""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    states, h = [], np.zeros(recurrent_kernel.shape[0])
    for x_t in reversed(x):
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.insert(0, h)
    return np.array(states)
