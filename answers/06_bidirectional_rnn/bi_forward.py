# %% right: block_matrix
# Both directions as one RNN with a block matrix as its recurrent kernel.
def bi_forward(x, fwd, bwd):
    Kf, Rf, bf = fwd
    Kb, Rb, bb = bwd
    H = len(bf)
    R = np.block([[Rf, np.zeros((H, H))], [np.zeros((H, H)), Rb]])
    z = np.concatenate([x @ Kf + bf, (x @ Kb + bb)[:, ::-1]], axis=2)
    s = [np.zeros((len(x), 2 * H))]
    for t in range(x.shape[1]):
        s.append(np.tanh(z[:, t] + s[-1] @ R))
    s = np.stack(s[1:], axis=1)
    return np.dstack([s[..., :H], s[:, ::-1, H:]])

# %% right: by_sentence
# Sentence by sentence, nested lists.
def bi_forward(x, fwd, bwd):
    result = []
    for sentence in x:
        f, g = [], []
        h = np.zeros(fwd[1].shape[0])
        for x_t in sentence:
            h = step(x_t, h, *fwd)
            f.append(h)
        h = np.zeros(bwd[1].shape[0])
        for x_t in reversed(sentence):
            h = step(x_t, h, *bwd)
            g.append(h)
        result.append([list(a) + list(b) for a, b in zip(f, g[::-1])])
    return result

# %% right: einsum_float32
# einsum in float32, both directions in one loop.
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    x = x.astype('float32')
    H = fwd[1].shape[1]
    f = g = np.zeros((B, H), dtype='float32')
    out = np.empty((B, T, 2 * H), dtype='float32')
    for t in range(T):
        f = np.tanh(np.einsum('bd,dh->bh', x[:, t], fwd[0]) + np.einsum('bg,gh->bh', f, fwd[1]) + fwd[2])
        g = np.tanh(np.einsum('bd,dh->bh', x[:, -1 - t], bwd[0]) + np.einsum('bg,gh->bh', g, bwd[1]) + bwd[2])
        out[:, t, :H] = f
        out[:, -1 - t, H:] = g
    return out

# %% right: flip
# np.flip on axis 1.
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = np.flip(x, axis=1)
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.flip(np.stack(states, axis=1), 1)
    return np.dstack([f, g])

# %% right: input_terms_first
# The input terms of all steps are computed beforehand.
def bi_forward(x, fwd, bwd):
    def states(x, kernel, recurrent_kernel, bias):
        terms = x @ kernel + bias
        h = np.zeros_like(terms[:, 0])
        out = np.zeros_like(terms)
        for t in range(terms.shape[1]):
            out[:, t] = h = np.tanh(terms[:, t] + h @ recurrent_kernel)
        return out

    return np.concatenate((states(x, *fwd), states(x[:, ::-1, :], *bwd)[:, ::-1, :]), axis=2)

# %% right: keras_layer
# Keras's own layer.
def bi_forward(x, fwd, bwd):
    layer = keras.layers.Bidirectional(keras.layers.SimpleRNN(len(fwd[2]), return_sequences=True))
    layer.build((None, *x.shape[1:]))
    layer.set_weights(list(fwd) + list(bwd))
    return layer(x.astype('float32'))

# %% right: lists
# Lists and a helper.
def bi_forward(x, fwd, bwd):
    def run(words, weights):
        h = np.zeros((x.shape[0], len(weights[2])))
        states = []
        for x_t in words:
            h = step(x_t, h, *weights)
            states.append(h)
        return states

    words = list(np.moveaxis(x, 1, 0))
    pairs = zip(run(words, fwd), run(words[::-1], bwd)[::-1])
    return np.stack([np.hstack(pair) for pair in pairs], axis=1)

# %% wrong: backward_reads_forward
# The backward RNN reads the forward states.
# fails: bi_forward-forward bi_forward-backward bi_forward-batch bi_forward-unchanged
# message: reads the forward states
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = f[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: backward_weights_twice
# The backward weights in both directions.
# fails: bi_forward-forward
# message: uses the backward weights
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: batch_reversed
# Reversed on the batch axis, input and result.
# fails: bi_forward-backward
# message: comes from a forward RNN
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: batch_reversed_once
# The input is reversed on the batch axis.
# fails: bi_forward-backward bi_forward-batch
# message: reversed on the batch axis
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)
    return np.concatenate([f, g], axis=-1)

# %% wrong: features_reversed
# The features are reversed instead of the words.
# fails: bi_forward-backward
# message: reversed features instead
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, :, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)
    return np.concatenate([f, g], axis=-1)

# %% wrong: first_step_missing
# The backward loop stops before the first word.
# fails: bi_forward-backward
# message: first word
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = len(fwd[2])
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T):
        h = step(x[:, t], h, *fwd)
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(T - 1, 0, -1):
        h = step(x[:, t], h, *bwd)
        out[:, t, H:] = h
    return out

# %% wrong: flip_all_axes
# np.flip without an axis on input and result.
# fails: bi_forward-backward
# message: np.flip needs the axis
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = np.flip(x)
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.flip(np.stack(states, axis=1))
    return np.concatenate([f, g], axis=-1)

# %% wrong: forward_weights_not_back
# The forward weights in both directions, and not turned back.
# fails: bi_forward-backward
# message: uses the forward weights, and is not
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    g = np.stack(states, axis=1)
    return np.concatenate([f, g], axis=-1)

# %% wrong: forward_weights_twice
# The forward weights in both directions.
# fails: bi_forward-backward
# message: uses the forward weights
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: halves_exchanged
# The backward half first.
# fails: bi_forward-forward bi_forward-backward
# message: halves are exchanged
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([g, f], axis=-1)

# %% wrong: in_turns
# Forward and backward units in turns.
# fails: bi_forward-forward bi_forward-backward
# message: units between its own
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.stack([f, g], axis=-1).reshape(*f.shape[:2], -1)

# %% wrong: joined_in_batch
# The halves are joined along the batch axis.
# fails: bi_forward-forward bi_forward-backward bi_forward-batch
# message: along the batch axis
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g])

# %% wrong: joined_in_time
# The halves are joined along the time axis.
# fails: bi_forward-forward bi_forward-backward
# message: along the time axis
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=1)

# %% wrong: last_row
# Only the last time step is returned.
# fails: bi_forward-forward bi_forward-backward
# message: asks for all time steps
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)[:, -1]

# %% wrong: last_step_missing
# The forward loop ends one step early.
# fails: bi_forward-forward
# message: has zeros at the last time step
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = len(fwd[2])
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T - 1):
        h = step(x[:, t], h, *fwd)
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(T - 1, -1, -1):
        h = step(x[:, t], h, *bwd)
        out[:, t, H:] = h
    return out

# %% wrong: no_bias
# Own steps without the bias.
# fails: bi_forward-forward bi_forward-backward
# message: leaves out the bias
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *[*fwd[:2], 0])
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *[*bwd[:2], 0])
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: not_carried
# The state is never carried on.
# fails: bi_forward-forward bi_forward-backward
# message: never carries the state on
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        new = step(turned[:, t], h, *fwd)
        states.append(new)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        new = step(turned[:, t], h, *bwd)
        states.append(new)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: not_read_from_end
# Both RNNs read from the first word on.
# fails: bi_forward-backward
# message: comes from a forward RNN
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)
    return np.concatenate([f, g], axis=-1)

# %% wrong: not_turned_back
# The backward states stay in the order of reading.
# fails: bi_forward-backward
# message: not put back into time order
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)
    return np.concatenate([f, g], axis=-1)

# %% wrong: only_first_sentence
# The first sentence is computed for all.
# fails: bi_forward-batch
# message: same output as the first one
def bi_forward(x, fwd, bwd):
    x = np.repeat(x[:1], len(x), axis=0)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: over_sentences
# The loop runs over the sentences instead of the time steps.
# fails: bi_forward-forward bi_forward-backward bi_forward-batch
# message: never carries the state on
def bi_forward(x, fwd, bwd):
    f, g, h = [], [], np.zeros(len(fwd[2]))
    for x_t in x:
        h = step(x_t, h, *fwd)
        f.append(h)
    h = np.zeros(len(fwd[2]))
    for x_t in x[::-1]:
        h = step(x_t, h, *bwd)
        g.insert(0, h)
    return np.concatenate([f, g], axis=-1)

# %% wrong: pops_weights
# The weights are popped from the caller's lists.
# fails: bi_forward-unchanged
# message: changes the argument fwd
def bi_forward(x, fwd, bwd):
    K, R, b = fwd.pop(0), fwd.pop(0), fwd.pop(0)
    fwd_weights = [K, R, b]
    h = np.zeros((len(x), len(b)))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd_weights)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(b)))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: result_only_reversed
# Only the result is reversed, not the input.
# fails: bi_forward-backward
# message: comes from a forward RNN: only the result
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: reverses_in_place
# The caller's sentences are reversed in place.
# fails: bi_forward-unchanged
# message: changes the argument x
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    x[:] = x[:, ::-1].copy()
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: same_array_many_times
# One array is changed in place and put into the list again and again.
# fails: bi_forward-forward bi_forward-backward
# message: same state at every time step
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h[:] = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h[:] = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: sentence_to_sentence
# The state goes on from sentence to sentence.
# fails: bi_forward-batch
# message: from zeros
def bi_forward(x, fwd, bwd):
    H = len(fwd[2])
    output = np.zeros((*x.shape[:2], 2 * H))
    f, g = np.zeros(H), np.zeros(H)
    for i in range(len(x)):
        for t in range(x.shape[1]):
            f = step(x[i, t], f, *fwd)
            output[i, t, :H] = f
        for t in reversed(range(x.shape[1])):
            g = step(x[i, t], g, *bwd)
            output[i, t, H:] = g
    return output

# %% wrong: size_written_out
# Eight units are written out.
# fails: bi_forward-forward bi_forward-backward bi_forward-batch bi_forward-unchanged
# message: stopped with ValueError
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), 8))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), 8))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: squeezed
# Axes of length 1 are squeezed out.
# fails: bi_forward-batch
# message: axis
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.squeeze(np.concatenate([f, g], axis=-1))

# %% wrong: stacked
# The halves are stacked along a new axis.
# fails: bi_forward-forward bi_forward-backward bi_forward-batch
# message: along a new axis
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.stack([f, g])

# %% wrong: starts_with_ones
# Both directions start from ones.
# fails: bi_forward-forward bi_forward-backward
# message: state of ones
def bi_forward(x, fwd, bwd):
    h = np.ones((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.ones((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: state_not_reset
# The backward RNN goes on from the forward RNN's last state.
# fails: bi_forward-backward
# message: the last state of the forward RNN
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    # and now from the end
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: sum
# The halves are added.
# fails: bi_forward-forward bi_forward-backward
# message: halves are merged
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return f + g

# %% wrong: time_first
# The time axis comes first.
# fails: bi_forward-forward bi_forward-backward bi_forward-batch
# message: time axis first
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1).swapaxes(0, 1)

# %% wrong: turned_back_on_batch
# The result is turned back on the batch axis.
# fails: bi_forward-backward bi_forward-batch
# message: on the batch axis instead of the time axis
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: units_reversed
# The result is turned back on the axis of the units.
# fails: bi_forward-backward
# message: units reversed instead of the time steps
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[..., ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: vector
# One vector for each sentence.
# fails: bi_forward-forward bi_forward-backward
# message: asks for all time steps
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f[:, -1], g[:, 0]], axis=-1)

# %% wrong: weights_exchanged
# The two sets of weights are exchanged.
# fails: bi_forward-forward bi_forward-backward
# message: uses the backward weights
def bi_forward(x, fwd, bwd):
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *bwd)
        states.append(h)
    f = np.stack(states, axis=1)
    h = np.zeros((len(x), len(fwd[2])))
    states = []
    turned = x[:, ::-1]
    for t in range(turned.shape[1]):
        h = step(turned[:, t], h, *fwd)
        states.append(h)
    g = np.stack(states, axis=1)[:, ::-1]
    return np.concatenate([f, g], axis=-1)

# %% wrong: stored_in_reading_order
# Each backward state is stored at the step of reading.
# fails: bi_forward-backward
# message: not put back into time order
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = fwd[2].shape[0]
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T):
        h = step(x[:, t], h, *fwd)
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(T - 1, -1, -1):
        h = step(x[:, t], h, *bwd)
        out[:, T - 1 - t, H:] = h
    return out

# %% wrong: own_cell_transposed
# Both own steps multiply by the recurrent kernel transposed.
# fails: bi_forward-forward bi_forward-backward
# message: recurrent kernel transposed
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = fwd[2].shape[0]
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T):
        h = np.tanh(x[:, t] @ fwd[0] + h @ fwd[1].T + fwd[2])
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(T - 1, -1, -1):
        h = np.tanh(x[:, t] @ bwd[0] + h @ bwd[1].T + bwd[2])
        out[:, t, H:] = h
    return out

# %% wrong: own_cell_no_tanh
# Both own steps leave out tanh.
# fails: bi_forward-forward bi_forward-backward
# message: leaves out tanh
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = fwd[2].shape[0]
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T):
        h = x[:, t] @ fwd[0] + h @ fwd[1] + fwd[2]
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(T - 1, -1, -1):
        h = x[:, t] @ bwd[0] + h @ bwd[1] + bwd[2]
        out[:, t, H:] = h
    return out

# %% wrong: resets_after_ten
# The state starts with zeros again after ten words.
# fails: bi_forward-forward bi_forward-backward
# message: after ten words
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = fwd[2].shape[0]
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T):
        h = step(x[:, t], h * (t % 10 > 0), *fwd)
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(T - 1, -1, -1):
        h = step(x[:, t], h * ((T - 1 - t) % 10 > 0), *bwd)
        out[:, t, H:] = h
    return out

# %% wrong: ten_steps
# The ten words of the worked example are written out.
# fails: bi_forward-forward bi_forward-backward
# message: after the tenth
def bi_forward(x, fwd, bwd):
    B, T, _ = x.shape
    H = fwd[2].shape[0]
    out = np.zeros((B, T, 2 * H))
    h = np.zeros((B, H))
    for t in range(T):
        if t >= 10:
            break
        h = step(x[:, t], h, *fwd)
        out[:, t, :H] = h
    h = np.zeros((B, H))
    for t in range(min(T, 10) - 1, -1, -1):
        h = step(x[:, t], h, *bwd)
        out[:, t, H:] = h
    return out
