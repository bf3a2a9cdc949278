"""A model of the old Keras.

fails: build_rnn-shapes build_rnn-values
message: Keras model
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = tf_keras.Sequential()
    model.add(tf_keras.layers.SimpleRNN(units, input_length=timesteps, input_dim=input_dim))
    return model
