"""The mask lacks the last real time step.

fails: pad-mask
message: lacks the last real time step
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.arange(1, lengths.max() + 1) < lengths[:, None]
