# %% right: by_division
# A division, then an integer check.
def find_input_dim(params, units):
    input_dim = params / units - units - 1
    print(input_dim)
    if not input_dim.is_integer() or input_dim < 1:
        raise ValueError
    return int(input_dim)

# %% right: index
# The place in a list of possible counts; index raises the ValueError.
def find_input_dim(params, units):
    return list(range(units * (units + 2), params + 1, units)).index(params) + 1

# %% right: numpy
# NumPy integers, another kind of ValueError.
class NoSuchLayer(ValueError):
    pass


def find_input_dim(params, units):
    input_dim, rest = np.divmod(np.int64(params - units * (units + 1)), units)
    if rest != 0 or input_dim < 1:
        raise NoSuchLayer(params)
    return input_dim

# %% right: remainder
# With // and %.
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest <= 0 or rest % units != 0:
        raise ValueError('no such layer')
    return rest // units

# %% right: search
# A search over all that could be.
def find_input_dim(params, units):
    for input_dim in range(1, max(params, 1)):
        if units * (input_dim + units + 1) == params:
            return input_dim
    raise ValueError(f'{params} parameters and {units} units do not fit')

# %% right: while
# Weights are handed out until none is left.
def find_input_dim(params, units):
    left = params - units * units - units
    input_dim = 0
    while left > 0:
        left -= units
        input_dim += 1
    if left < 0 or input_dim == 0:
        raise ValueError('does not come out even')
    return input_dim

# %% wrong: assert
# An assertion in place of a ValueError.
# fails: find_input_dim-rest find_input_dim-small
# message: AssertionError
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    assert rest == 0 and input_dim > 0
    return input_dim

# %% wrong: bias_one
# One bias for the layer.
# fails: find_input_dim-values find_input_dim-rest find_input_dim-large
# message: such a layer exists
def find_input_dim(params, units):
    rest = params - units ** 2 - 1
    if rest % units != 0 or rest <= 0:
        raise ValueError("no such layer")
    return rest // units

# %% wrong: bias_twice
# The bias is taken off twice.
# fails: find_input_dim-values
# message: bias twice
def find_input_dim(params, units):
    rest = params - units**2 - 2 * units
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

# %% wrong: dense
# The recurrent kernel is forgotten.
# fails: find_input_dim-values find_input_dim-small
# message: leaves out the recurrent kernel
def find_input_dim(params, units):
    rest = params - units
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

# %% wrong: float
# A float comes back.
# fails: find_input_dim-values
# message: float
def find_input_dim(params, units):
    input_dim = (params - units**2 - units) / units
    if input_dim < 1 or input_dim != int(input_dim):
        raise ValueError
    return input_dim

# %% wrong: floor
# The rest of the division is dropped.
# fails: find_input_dim-rest
# message: should raise a ValueError
def find_input_dim(params, units):
    input_dim = (params - units**2 - units) // units
    if input_dim < 1:
        raise ValueError
    return input_dim

# %% wrong: hard_coded
# 10 for all.
# fails: find_input_dim-values find_input_dim-rest find_input_dim-small find_input_dim-large
# message: the example
def find_input_dim(params, units):
    return 10

# %% wrong: hidden_not_squared
# H in place of H².
# fails: find_input_dim-values find_input_dim-small
# message: instead of its square
def find_input_dim(params, units):
    rest = params - 2 * units
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

# %% wrong: minus_one
# −1 in place of an error.
# fails: find_input_dim-rest find_input_dim-small
# message: should raise a ValueError
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    return input_dim if rest == 0 and input_dim > 0 else -1

# %% wrong: negative
# Only the rest of the division is looked at.
# fails: find_input_dim-small
# message: zero
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest:
        raise ValueError
    return input_dim

# %% wrong: no_bias
# The bias is forgotten.
# fails: find_input_dim-values find_input_dim-small
# message: leaves out the bias
def find_input_dim(params, units):
    rest = params - units**2
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

# %% wrong: no_brackets
# The whole is not divided: only the last term.
# fails: find_input_dim-values find_input_dim-rest find_input_dim-small find_input_dim-large
# message: only the last term
def find_input_dim(params, units):
    input_dim = params - units ** 2 - units / units
    if input_dim % 1 != 0 or input_dim <= 0:
        raise ValueError("no such layer")
    return int(input_dim)

# %% wrong: none
# None in place of an error.
# fails: find_input_dim-rest find_input_dim-small
# message: returns None
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest == 0 and input_dim > 0:
        return input_dim

# %% wrong: not_divided
# Not divided by H.
# fails: find_input_dim-values find_input_dim-rest find_input_dim-large
# message: does not divide
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest < 1:
        raise ValueError
    return rest

# %% wrong: not_zero_only
# Zero is refused, negative ones pass.
# fails: find_input_dim-small
# message: negative
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest or input_dim == 0:
        raise ValueError
    return input_dim

# %% wrong: one_refused
# An input dimension of 1 is refused.
# fails: find_input_dim-values
# message: such a layer exists
def find_input_dim(params, units):
    d, r = divmod(params - units * units - units, units)
    if r or d <= 1:
        raise ValueError("no")
    return d

# %% wrong: only_divided
# Only divided.
# fails: find_input_dim-values find_input_dim-small
# message: both the recurrent kernel and the bias
def find_input_dim(params, units):
    if params % units or params < units:
        raise ValueError
    return params // units

# %% wrong: other_error
# Another error.
# fails: find_input_dim-rest find_input_dim-small
# message: raises TypeError
def find_input_dim(params, units):
    rest = params - units * (units + 1)
    if rest % units or rest < units:
        raise TypeError("not an integer")
    return rest // units

# %% wrong: printed_error
# The error is printed, not raised.
# fails: find_input_dim-rest find_input_dim-small
# message: returns None
def find_input_dim(params, units):
    rest = params - units * units - units
    if rest % units != 0 or rest <= 0:
        print("ValueError: no positive integer fits")
        return
    return rest // units

# %% wrong: returns_error
# The error is returned, not raised.
# fails: find_input_dim-rest find_input_dim-small
# message: should raise a ValueError
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest or input_dim < 1:
        return ValueError('no positive integer fits')
    return input_dim

# %% wrong: rounded
# The quotient is rounded.
# fails: find_input_dim-rest
# message: remainder
def find_input_dim(params, units):
    input_dim = round((params - units * units - units) / units)
    if input_dim <= 0:
        raise ValueError("no positive integer fits")
    return input_dim

# %% wrong: search_one_short
# The range of the search ends one too early.
# fails: find_input_dim-check find_input_dim-values find_input_dim-large
# message: such a layer exists
def find_input_dim(params, units):
    for d in range(1, params // units - units - 1):
        if units * (d + units + 1) == params:
            return d
    raise ValueError("no")

# %% wrong: short_search
# A search that ends at 1000.
# fails: find_input_dim-large
# message: such a layer exists
def find_input_dim(params, units):
    for input_dim in range(1, 1000):
        if input_dim * units + units**2 + units == params:
            return input_dim
    raise ValueError(params)

# %% wrong: two_steps
# Divided by the two time steps as well.
# fails: find_input_dim-values find_input_dim-large
# message: two time steps
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest % units or rest < units:
        raise ValueError
    return rest // (2 * units)

# %% wrong: unchecked
# Nothing is checked.
# fails: find_input_dim-rest find_input_dim-small
# message: should raise a ValueError
def find_input_dim(params, units):
    return (params - units**2 - units) // units

# %% wrong: zero
# An input dimension of zero passes.
# fails: find_input_dim-small
# message: zero
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest % (units) or rest // (units) < 0:
        raise ValueError('no positive integer fits')
    return rest // (units)
