"""The hidden state is never carried on.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: never carries the hidden state
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            states.append(step(x[:, t], h, *weights))
        x = np.stack(states, axis=1)
    return x
