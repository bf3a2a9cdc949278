# %% right: logs
# The softmax of the logarithms.
def sample(step, rng, temperature, longest):
    letters = []
    p, state = step(1, None)
    for _ in range(longest):
        with np.errstate(divide="ignore"):
            scores = np.log(p) / temperature
        q = np.exp(scores - scores.max())
        letter = rng.choice(len(q), p=q / np.sum(q))
        if letter == 1:
            return letters
        letters.append(int(letter))
        if len(letters) < longest:
            p, state = step(letter, state)
    return letters

# %% right: marked
# The list begins with the mark, which is cut off.
def sample(step, rng, temperature, longest):
    ids, state = [1], None
    while len(ids) <= longest:
        p, state = step(ids[-1], state)
        powers = np.power(p, 1 / temperature)
        ids.append(int(rng.choice(np.arange(len(p)), p=powers / powers.sum())))
        if ids[-1] == 1:
            return ids[1:-1]
    return ids[1:]

# %% right: recursive
# Recursive, one letter for each call.
def sample(step, rng, temperature, longest, last=1, state=None):
    if longest == 0:
        return []
    p, state = step(last, state)
    q = np.asarray(p) ** (1.0 / temperature)
    q /= q.sum()
    letter = int(rng.choice(q.size, p=q))
    return [] if letter == 1 else [letter, *sample(step, rng, temperature, longest - 1, letter, state)]

# %% right: as_array
# An array of ids.
def sample(step, rng, temperature, longest):
    result = np.zeros(longest, dtype=int)
    count, state = 0, None
    while count < longest:
        p, state = step(int(result[count - 1]) if count else 1, state)
        q = p ** (1 / temperature) / (p ** (1 / temperature)).sum()
        result[count] = rng.choice(len(q), p=q)
        if result[count] == 1:
            break
        count += 1
    return result[:count]

# %% wrong: argmax
# The most probable letter.
# fails: sample-letters sample-temperature sample-network
# message: nothing is drawn
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(np.argmax(q))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: multiplied
# The temperature as the power.
# fails: sample-temperature sample-network
# message: 1 / temperature
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** temperature
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: no_temperature
# The temperature is ignored.
# fails: sample-temperature sample-network
# message: no effect
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: divided_p
# p divided by the temperature.
# fails: sample-temperature sample-network
# message: no effect
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p / temperature
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: softmax_of_p
# The softmax of p / temperature.
# fails: sample-letters sample-temperature sample-ends sample-network
# message: softmax of probabilities
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = np.exp(p / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: state_not_carried
# The state is always None.
# fails: sample-letters sample-ends sample-network
# message: not carried from letter to letter
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, None)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: reads_the_mark
# step always reads the mark.
# fails: sample-letters sample-network
# message: read the letter that was drawn last
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(1, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: starts_with_0
# The first letter is 0.
# fails: sample-letters sample-network
# message: the mark
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 0
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: mark_at_the_end
# The mark is kept.
# fails: sample-letters sample-ends sample-network
# message: contains the mark
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        ids.append(last)
        if last == 1:
            break
    return ids

# %% wrong: mark_at_the_start
# The result begins with the mark.
# fails: sample-letters sample-ends sample-network
# message: begins with the mark
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return [1, *ids]

# %% wrong: never_ends
# The end mark is ignored.
# fails: sample-letters sample-ends sample-network
# message: does not end at the mark
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        ids.append(last)
    return ids

# %% wrong: mark_skipped
# The end mark is only left out.
# fails: sample-letters sample-temperature sample-ends sample-network
# message: does not end at the mark
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last != 1:
            ids.append(last)
    return ids

# %% wrong: ends_at_0
# The name ends at the padding.
# fails: sample-letters sample-temperature sample-ends sample-network
# message: does not end at the mark
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 0:
            break
        ids.append(last)
    return ids

# %% wrong: one_too_long
# One letter too many.
# fails: sample-ends
# message: one letter longer
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) <= longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: one_too_short
# One letter too few.
# fails: sample-temperature sample-ends
# message: one letter shorter
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest - 1:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: own_generator
# The global generator.
# fails: sample-letters sample-temperature sample-network
# message: nothing is drawn from rng
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(np.random.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: new_generator
# Draws from its own generator.
# fails: sample-letters sample-temperature sample-network
# message: nothing is drawn from rng
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(np.random.default_rng(0).choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: draws_twice
# Two draws for each letter.
# fails: sample-letters sample-network
# message: More than one random number
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), size=2, p=q / q.sum())[0])
        if last == 1:
            break
        ids.append(last)
    return ids

# %% wrong: last_missing
# The last letter is cut off.
# fails: sample-letters sample-temperature sample-ends sample-network
# message: last letter is missing
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        last = int(rng.choice(len(q), p=q / q.sum()))
        if last == 1:
            break
        ids.append(last)
    return ids[:-1]

# %% wrong: equal
# Drawn without the probabilities.
# fails: sample-letters sample-temperature sample-ends sample-network
# message: same probability
def sample(step, rng, temperature, longest):
    ids, state, last = [], None, 1
    while len(ids) < longest:
        p, state = step(last, state)
        q = p ** (1 / temperature)
        q = q / q.sum()
        last = int(rng.choice(len(q)))
        if last == 1:
            break
        ids.append(last)
    return ids
