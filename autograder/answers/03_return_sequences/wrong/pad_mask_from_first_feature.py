"""The mask made from the first feature of each time step.

fails: pad-zeros
message: some of its features are zero
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, array[:, :, 0] != 0
