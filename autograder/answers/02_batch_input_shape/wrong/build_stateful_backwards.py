"""The layer reads backwards, and hands its state the wrong way.

fails: build_stateful-values build_stateful-carry
message: reads backwards
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True, go_backwards=True),
    ])
