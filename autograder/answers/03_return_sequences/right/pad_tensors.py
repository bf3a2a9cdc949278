"""TensorFlow's tensors, and a loop over time steps."""

# %% pad
def pad(sequences):
    batch, steps = len(sequences), max(s.shape[0] for s in sequences)
    array = np.zeros((batch, steps, sequences[0].shape[-1]), dtype="float64")
    mask = np.full((batch, steps), False)
    for i in range(batch):
        for t in range(steps):
            if t < sequences[i].shape[0]:
                array[i][t] = sequences[i][t]
                mask[i][t] = True
    print("padded to", steps)
    return keras.ops.convert_to_tensor(array), keras.ops.convert_to_tensor(mask)
