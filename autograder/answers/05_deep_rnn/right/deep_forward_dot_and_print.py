"""np.dot, zeros_like, own prints."""

# %% deep_forward
def deep_forward(x, layers):
    for number, (K, R, b) in enumerate(layers):
        print("layer", number, K.shape)
        h = np.zeros_like(np.dot(x[:, 0], K))
        states = [h]
        for t in range(x.shape[1]):
            states.append(np.tanh(np.dot(x[:, t], K) + np.dot(states[-1], R) + b))
        x = np.stack(states[1:], 1)
    return x
