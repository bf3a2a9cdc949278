"""An LSTM in place of the simple RNN.

fails: build_states_model-values
message: an LSTM
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input((timesteps, input_dim))
    states, last, _ = keras.layers.LSTM(units, return_sequences=True, return_state=True)(x)
    return keras.Model(x, [states, last])
