"""The Keras cell, called step by step."""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    cell = keras.layers.SimpleRNNCell(len(bias), dtype="float64")
    cell.build((None, x.shape[2]))
    cell.set_weights([kernel, recurrent_kernel, bias])
    h, states = h0.astype(float), []
    for t in range(x.shape[1]):
        h, _ = cell(x[:, t].astype(float), [h])
        states.append(h)
    return keras.ops.stack(states, axis=1)
