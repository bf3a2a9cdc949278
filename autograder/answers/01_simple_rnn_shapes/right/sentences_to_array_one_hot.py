"""One-hot rows times a table of vectors, by einsum."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    words = sorted(vectors)
    for s in sentences:
        for w in s:
            if w not in words:
                raise KeyError(w)
    hot = np.array([[[w == v for v in words] for w in s] for s in sentences], dtype=float)
    return np.einsum("btv,vd->btd", hot, np.array([vectors[v] for v in words]))
