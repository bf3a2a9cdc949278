"""All sentences are cut to the shortest.

fails: pad-array pad-mask
message: cut to the shortest
"""

# %% pad
def pad(sequences):
    shortest = min(len(s) for s in sequences)
    array = np.array([s[:shortest] for s in sequences], dtype=float)
    return array, np.ones(array.shape[:2], dtype=bool)
