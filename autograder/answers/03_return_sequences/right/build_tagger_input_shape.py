"""input_shape= on the layer, with its warning, and a helper function."""

# %% build_tagger
def tag_head(n_tags):
    return keras.layers.Dense(n_tags, activation="softmax", name="tags")


def build_tagger(timesteps, input_dim, units, n_tags):
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, input_shape=(timesteps, input_dim))
    return keras.Sequential([rnn, tag_head(n_tags)])
