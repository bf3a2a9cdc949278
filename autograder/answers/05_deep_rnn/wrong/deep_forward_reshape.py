"""The list of states is brought to the right shape by reshape.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: mixed up by reshape
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.array(states).reshape(x.shape[0], x.shape[1], -1)
    return x
