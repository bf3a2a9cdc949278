"""The loop runs over the batch axis.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: takes the batch axis for time
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros(len(weights[2]))
        states = []
        for x_t in x:
            h = step(x_t, h, *weights)
            states.append(h)
        x = np.stack(states)
    return x
