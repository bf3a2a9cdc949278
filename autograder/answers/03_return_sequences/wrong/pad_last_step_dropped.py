"""The last time step of each sentence is dropped.

fails: pad-array pad-fractions
message: lacks the last time step
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.zeros((len(sequences), lengths.max(), sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        for t in range(len(s) - 1):
            array[i, t] = s[t]
    return array, np.arange(lengths.max()) < lengths[:, None]
