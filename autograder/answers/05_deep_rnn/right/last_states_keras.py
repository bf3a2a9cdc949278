"""By Keras with return_state; tensors are returned."""

# %% last_states
def last_states(x, layers):
    out = np.asarray(x, dtype="float32")
    last = []
    for weights in layers:
        layer = SimpleRNN(len(weights[2]), return_sequences=True, return_state=True)
        layer.build(out.shape)
        layer.set_weights(list(weights))
        out, state = layer(out)
        last.append(state)
    return last
