"""The bias is left out.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: without the bias
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ weights[0] + h @ weights[1])
            states.append(h)
        x = np.stack(states, axis=1)
    return x
