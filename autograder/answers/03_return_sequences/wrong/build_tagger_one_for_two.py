"""A single sigmoid where there are two tags.

fails: build_tagger-steps
message: single number
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    head = keras.layers.Dense(n_tags, activation="softmax")
    if n_tags == 2:
        head = keras.layers.Dense(1, activation="sigmoid")
    rnn = keras.layers.SimpleRNN(units, return_sequences=True)
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), rnn, head])
