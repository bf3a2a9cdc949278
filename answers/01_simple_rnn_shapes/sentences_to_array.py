# %% right: checked
# A message of its own for unknown words; a tensor comes back.
def sentences_to_array(sentences, vectors):
    for word in sum(sentences, []):
        if word not in vectors:
            raise KeyError(f'unknown word: {word}')
    return keras.ops.convert_to_tensor([[vectors[w] for w in s] for s in sentences], 'float32')

# %% right: float32
# Stacked, in float32.
def sentences_to_array(sentences, vectors):
    tables = [np.stack([vectors[word] for word in sentence]) for sentence in sentences]
    return np.stack(tables).astype('float32')

# %% right: lists
# Nested lists.
def sentences_to_array(sentences, vectors):
    return [[list(vectors[word]) for word in sentence] for sentence in sentences]

# %% right: loops
# Two loops and lists.
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        rows = []
        for word in sentence:
            rows.append(vectors[word])
        batch.append(rows)
    return np.array(batch)

# %% right: one_hot
# One-hot rows times a table of vectors, by einsum.
def sentences_to_array(sentences, vectors):
    words = sorted(vectors)
    for s in sentences:
        for w in s:
            if w not in words:
                raise KeyError(w)
    hot = np.array([[[w == v for v in words] for w in s] for s in sentences], dtype=float)
    return np.einsum("btv,vd->btd", hot, np.array([vectors[v] for v in words]))

# %% right: preallocated
# A preallocated array.
def sentences_to_array(sentences, vectors):
    dim = len(next(iter(vectors.values())))
    out = np.zeros((len(sentences), len(sentences[0]), dim))
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence):
            out[i, t, :] = vectors[word]
    return out

# %% right: reshape
# One flat list of words, then a reshape in the right order.
def sentences_to_array(sentences, vectors):
    words = [word for sentence in sentences for word in sentence]
    flat = np.concatenate([np.asarray(vectors[word], dtype=float) for word in words])
    return flat.reshape(len(sentences), len(sentences[0]), -1)

# %% right: table
# A table of vectors and an array of indices.
def sentences_to_array(sentences, vectors):
    index = {word: k for k, word in enumerate(vectors)}
    table = np.array(list(vectors.values()))
    places = np.array([[index[word] for word in sentence] for sentence in sentences])
    print(places.shape)
    return table[places]

# %% wrong: aliased
# One array is put in many times.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: sentence in the array is the last one
def sentences_to_array(sentences, vectors):
    rows = np.zeros((len(sentences[0]), len(next(iter(vectors.values())))))
    batch = []
    for sentence in sentences:
        for t, word in enumerate(sentence):
            rows[t] = vectors[word]
        batch.append(rows)
    return np.array(batch)

# %% wrong: aliased_words
# One vector is put in many times.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: Every word of a sentence
def sentences_to_array(sentences, vectors):
    row = np.zeros(len(next(iter(vectors.values()))))
    batch = []
    for sentence in sentences:
        rows = []
        for word in sentence:
            row[:] = vectors[word]
            rows.append(row)
        batch.append(np.array(rows))
    return np.array(batch)

# %% wrong: batch_reused
# The list of words is not emptied for the next sentence.
# fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-one sentences_to_array-unknown sentences_to_array-unchanged
# message: different lengths
def sentences_to_array(sentences, vectors):
    batch, rows = [], []
    for sentence in sentences:
        for word in sentence:
            rows.append(vectors[word])
        batch.append(np.array(rows))
    return np.array(batch)

# %% wrong: column_first
# np.stack on axis 1: time steps first.
# fails: sentences_to_array-values
# message: batch and time steps are swapped
def sentences_to_array(sentences, vectors):
    tables = [np.stack([vectors[word] for word in sentence]) for sentence in sentences]
    return np.stack(tables, axis=1)

# %% wrong: concatenated
# Tables concatenated, not stacked.
# fails: sentences_to_array-values
# message: without an axis for the batch
def sentences_to_array(sentences, vectors):
    tables = [np.array([vectors[word] for word in sentence]) for sentence in sentences]
    return np.concatenate(tables)

# %% wrong: default_added
# A defaultdict made from the dict: unknown words are added.
# fails: sentences_to_array-unknown
# message: raises no error
def sentences_to_array(sentences, vectors):
    dim = len(next(iter(vectors.values())))
    return np.array([[vectors.setdefault(w, np.zeros(dim)) for w in s] for s in sentences])

# %% wrong: dict_order
# The dict's order in place of the words'.
# fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unknown
# message: order of the dict
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in vectors if w in s] for s in sentences])

# %% wrong: first_batch
# The return stands in the loop; a batch of one.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: only the first sentence
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        batch.append([vectors[word] for word in sentence])
        return np.array(batch)

# %% wrong: first_only
# The return stands in the loop.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: only the first sentence
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        return np.array([vectors[word] for word in sentence])

# %% wrong: flat_rows
# Each sentence one long row.
# fails: sentences_to_array-values
# message: one long row
def sentences_to_array(sentences, vectors):
    return np.array([np.concatenate([vectors[w] for w in s]) for s in sentences])

# %% wrong: hard_coded
# The sizes of the example.
# fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-one sentences_to_array-unchanged
# message: stopped with
def sentences_to_array(sentences, vectors):
    out = np.zeros((2, 2, 2))
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence):
            out[i, t] = vectors[word]
    return out

# %% wrong: in_place
# The words are replaced in the list.
# fails: sentences_to_array-unchanged
# message: list of sentences
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        for t in range(len(sentence)):
            sentence[t] = vectors[sentence[t]]
    return np.array(sentences)

# %% wrong: indices
# The places of the words in place of their vectors.
# fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unknown
# message: positions of the words
def sentences_to_array(sentences, vectors):
    words = list(vectors)
    return np.array([[words.index(w) for w in s] for s in sentences])

# %% wrong: int_array
# A preallocated array of integers.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: cast to integers
def sentences_to_array(sentences, vectors):
    dim = len(next(iter(vectors.values())))
    out = np.zeros((len(sentences), len(sentences[0]), dim), dtype=int)
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence):
            out[i, t] = vectors[word]
    return out

# %% wrong: itemgetter
# itemgetter gives no tuple for a single word.
# fails: sentences_to_array-one
# message: axis of size 1
import operator
def sentences_to_array(sentences, vectors):
    return np.array([operator.itemgetter(*s)(vectors) for s in sentences])

# %% wrong: last_only
# The list begins anew for each sentence.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: only the last sentence
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        rows = [vectors[word] for word in sentence]
    return np.array(rows)

# %% wrong: last_word_dropped
# The last word of each sentence is lost.
# fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-one
# message: last word
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[s[t]] for t in range(len(s) - 1)] for s in sentences])

# %% wrong: lower_both
# Words and keys in small letters.
# fails: sentences_to_array-unknown
# message: raises no error
def sentences_to_array(sentences, vectors):
    small = {w.lower(): v for w, v in vectors.items()}
    return np.array([[small[w.lower()] for w in s] for s in sentences])

# %% wrong: mean
# The mean of each sentence.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: mean
def sentences_to_array(sentences, vectors):
    return np.array([np.mean([vectors[w] for w in s], axis=0) for s in sentences])

# %% wrong: mixed
# A reshape in place of a transpose.
# fails: sentences_to_array-values
# message: reshape mixes
def sentences_to_array(sentences, vectors):
    b, t = len(sentences), len(sentences[0])
    steps = np.array([[vectors[s[k]] for s in sentences] for k in range(t)])
    return steps.reshape(b, t, -1)

# %% wrong: one_table
# No axis for the batch.
# fails: sentences_to_array-values
# message: without an axis for the batch
def sentences_to_array(sentences, vectors):
    return np.array([vectors[w] for s in sentences for w in s])

# %% wrong: pop
# Words are taken out of the list.
# fails: sentences_to_array-unchanged
# message: list of sentences
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        rows = []
        while sentence:
            rows.append(vectors[sentence.pop(0)])
        batch.append(rows)
    return np.array(batch)

# %% wrong: preallocated_swapped
# The axes of the preallocated array are in the wrong order.
# fails: sentences_to_array-values
# message: time steps and input dimension are swapped
def sentences_to_array(sentences, vectors):
    dim = len(next(iter(vectors.values())))
    out = np.zeros((len(sentences), dim, len(sentences[0])))
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence):
            out[i, :, t] = vectors[word]
    return out

# %% wrong: reshaped_steps_first
# A reshape with time steps before the batch.
# fails: sentences_to_array-values
# message: reshape mixes
def sentences_to_array(sentences, vectors):
    d = len(next(iter(vectors.values())))
    flat = np.array([vectors[w] for s in sentences for w in s])
    return flat.reshape(len(sentences[0]), len(sentences), d)

# %% wrong: reversed
# Each sentence from its end.
# fails: sentences_to_array-values
# message: reverse order
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in s[::-1]] for s in sentences])

# %% wrong: sentence_set
# Sentences that come twice are counted once.
# fails: sentences_to_array-repeated
# message: sentence that appears twice
def sentences_to_array(sentences, vectors):
    unique = dict.fromkeys(tuple(sentence) for sentence in sentences)
    return np.array([[vectors[w] for w in s] for s in unique])

# %% wrong: sentences_summed
# The vectors of a sentence are added up.
# fails: sentences_to_array-values sentences_to_array-repeated
# message: sum of each sentence
def sentences_to_array(sentences, vectors):
    return np.array([sum(vectors[word] for word in sentence) for sentence in sentences])

# %% wrong: set
# Words that come twice are counted once.
# fails: sentences_to_array-repeated
# message: word that appears twice
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in dict.fromkeys(s)] for s in sentences])

# %% wrong: sorted
# Words sorted.
# fails: sentences_to_array-values
# message: sorted
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in sorted(s)] for s in sentences])

# %% wrong: squeezed
# Axes of size 1 are dropped.
# fails: sentences_to_array-one
# message: axis of size 1
def sentences_to_array(sentences, vectors):
    return np.squeeze(np.array([[vectors[word] for word in sentence] for sentence in sentences]))

# %% wrong: stacked_last
# Words stacked on the last axis.
# fails: sentences_to_array-values
# message: Time steps and input dimension are swapped
def sentences_to_array(sentences, vectors):
    return np.array([np.stack([vectors[w] for w in s], axis=-1) for s in sentences])

# %% wrong: sums_in_place
# The vectors are summed into one in place.
# fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unchanged
# message: changes a word vector
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        total = vectors[sentence[0]]
        for word in sentence[1:]:
            total += vectors[word]
        batch.append(total.copy())
    return np.array(batch)

# %% wrong: unknown_later_words
# Only the first word of each sentence is looked at; unknown ones after it become zeros.
# fails: sentences_to_array-unknown
# message: raises no error
def sentences_to_array(sentences, vectors):
    for s in sentences:
        if s[0] not in vectors:
            raise KeyError(s[0])
    d = len(next(iter(vectors.values())))
    return np.array([[vectors.get(w, [0.0] * d) for w in s] for s in sentences])

# %% wrong: unknown_skipped
# Unknown words are left out.
# fails: sentences_to_array-unknown
# message: KeyError
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in s if w in vectors] for s in sentences])

# %% wrong: unknown_value_error
# Another error.
# fails: sentences_to_array-unknown
# message: ValueError
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        for word in sentence:
            if word not in vectors:
                raise ValueError(word)
    return np.array([[vectors[word] for word in sentence] for sentence in sentences])

# %% wrong: unknown_zero
# Unknown words become zeros.
# fails: sentences_to_array-unknown
# message: raises no error
def sentences_to_array(sentences, vectors):
    zeros = np.zeros_like(next(iter(vectors.values())))
    return np.array([[vectors.get(w, zeros) for w in s] for s in sentences])

# %% wrong: unused_removed
# Words that are not used are taken out of the dict.
# fails: sentences_to_array-unchanged
# message: removes words
def sentences_to_array(sentences, vectors):
    used = {w for s in sentences for w in s}
    for word in list(vectors):
        if word not in used:
            del vectors[word]
    return np.array([[vectors[word] for word in sentence] for sentence in sentences])

# %% wrong: words
# The words themselves.
# fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unknown sentences_to_array-one sentences_to_array-unchanged
# message: array of numbers
def sentences_to_array(sentences, vectors):
    return np.array(sentences)

# %% wrong: zip
# The sentences are zipped: time steps first.
# fails: sentences_to_array-values
# message: Batch and time steps are swapped
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[word] for word in words] for words in zip(*sentences)])
