"""The input is read backwards.

fails: build_states_model-values
message: backwards
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True, go_backwards=True)
    return keras.Model(inputs=x, outputs=list(rnn(x)))
