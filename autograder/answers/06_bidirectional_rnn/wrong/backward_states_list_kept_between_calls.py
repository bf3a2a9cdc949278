"""The list of states is a default argument and lives on between calls.

fails: backward_states-values backward_states-order backward_states-edge backward_states-integers backward_states-unchanged
message: stopped with ValueError
"""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias, states=[]):
    h = np.zeros(len(bias))
    for x_t in x[::-1]:
        h = step(x_t, h, kernel, recurrent_kernel, bias)
        states.insert(0, h)
    return np.array(states)
