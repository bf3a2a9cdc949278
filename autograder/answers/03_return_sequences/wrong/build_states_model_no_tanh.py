"""The RNN has no activation.

fails: build_states_model-values
message: no tanh
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.SimpleRNN(units, activation=None, return_sequences=True, return_state=True)
    states, last = rnn(x)
    return keras.Model(inputs=x, outputs=[states, last])
