"""The Keras cell with turned weights; returns a tensor."""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    cell = keras.layers.SimpleRNNCell(len(b))
    cell.build((None, len(x_t)))
    cell.set_weights([np.transpose(Wx), np.transpose(Wh), b])
    out, _ = cell(np.asarray([x_t], dtype="float32"), [np.asarray([h], dtype="float32")])
    return out[0]
