"""A sigmoid for each tag.

fails: build_tagger-values
message: sigmoid
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="sigmoid"),
    ])
