"""All states in one vector, one large output layer, reshaped.

fails: build_tagger-steps build_tagger-values
message: reads all states
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Flatten(),
        keras.layers.Dense(timesteps * n_tags),
        keras.layers.Reshape((timesteps, n_tags)),
        keras.layers.Softmax(),
    ])
