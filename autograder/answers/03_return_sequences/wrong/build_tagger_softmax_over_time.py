"""The softmax over the time steps.

fails: build_tagger-steps build_tagger-values
message: softmax over the time steps
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags),
        keras.layers.Softmax(axis=1),
    ])
