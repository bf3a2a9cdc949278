"""The answer of the last state at every time step.

fails: build_tagger-steps build_tagger-values
message: repeats the answer
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_tags, activation="softmax"),
        keras.layers.RepeatVector(timesteps),
    ])
