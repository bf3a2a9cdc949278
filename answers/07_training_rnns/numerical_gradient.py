# %% right: in_place_and_back
# Moves the elements of one copy, and puts them back.
def numerical_gradient(f, x, eps=1e-5):
    z = np.array(x, dtype=float)
    gradient = np.empty(z.shape)
    for index in np.ndindex(z.shape):
        old = z[index]
        z[index] = old + eps
        high = f(z.copy())
        z[index] = old - eps
        low = f(z.copy())
        z[index] = old
        gradient[index] = (high - low) / (2 * eps)
    return gradient

# %% right: unit_vectors
# Rows of a unit matrix, reshaped.
def numerical_gradient(f, x, eps=1e-5):
    moves = eps * np.eye(x.size).reshape(x.size, *x.shape)
    values = [(f(x + move) - f(x - move)) / (2 * eps) for move in moves]
    return np.array(values).reshape(x.shape)

# %% right: flat
# Loops over a flat copy.
def numerical_gradient(f, x, eps=1e-5):
    shape = np.shape(x)
    flat = np.ravel(x).astype(np.float64)
    result = []
    for i in range(len(flat)):
        up, down = flat.copy(), flat.copy()
        up[i], down[i] = flat[i] + eps, flat[i] - eps
        result.append((f(up.reshape(shape)) - f(down.reshape(shape))) / eps / 2)
    return np.reshape(result, shape)

# %% right: nditer
# np.nditer with a multi-index.
def numerical_gradient(f, x, eps=1e-5):
    x = np.array(x, dtype="float64")
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        one = np.zeros_like(x)
        one[it.multi_index] = eps
        grad[it.multi_index] = 0.5 * (f(x + one) - f(x - one)) / eps
        it.iternext()
    return grad

# %% wrong: forward
# A forward difference.
# fails: numerical_gradient-values
# message: one-sided, from x to x + eps
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(x.astype(float))) / eps
    return gradient

# %% wrong: backward
# A backward difference.
# fails: numerical_gradient-values
# message: one-sided, from x - eps
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(x.astype(float)) - f(low)) / eps
    return gradient

# %% wrong: not_halved
# Divided by eps, not by 2 eps.
# fails: numerical_gradient-values
# message: 2 * eps apart
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / eps
    return gradient

# %% wrong: no_brackets
# Brackets are missing.
# fails: numerical_gradient-values
# message: needs brackets
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / 2 * eps
    return gradient

# %% wrong: forward_halved
# A one-sided difference divided by 2 eps.
# fails: numerical_gradient-values
# message: one-sided difference is divided by 2
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(x.astype(float))) / (2 * eps)
    return gradient

# %% wrong: undivided
# Not divided at all.
# fails: numerical_gradient-values
# message: not divided
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low))
    return gradient

# %% wrong: half_steps
# Half steps to each side.
# fails: numerical_gradient-values
# message: eps apart: move by eps
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps / 2
        low[index] -= eps / 2
        gradient[index] = (f(high) - f(low)) / eps
    return gradient

# %% wrong: all_at_once
# All elements move at once.
# fails: numerical_gradient-values numerical_gradient-shape numerical_gradient-unchanged numerical_gradient-integers
# message: All elements move at once
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high += eps
        low -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient

# %% wrong: one_number
# One number for all elements.
# fails: numerical_gradient-values numerical_gradient-shape numerical_gradient-unchanged numerical_gradient-integers
# message: should hold several values
def numerical_gradient(f, x, eps=1e-5):
    return (f(x + eps) - f(x - eps)) / (2 * eps)

# %% wrong: in_place
# Changes x and does not put it back.
# fails: numerical_gradient-values numerical_gradient-unchanged numerical_gradient-integers
# message: put it back
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += eps
        high = f(x.copy())
        x[index] -= 2 * eps
        gradient[index] = (high - f(x.copy())) / (2 * eps)
    return gradient

# %% wrong: in_place_at_end
# Rounds x in place, then works on copies.
# fails: numerical_gradient-unchanged
# message: argument x changes
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    if x.dtype == float:
        x -= eps * gradient
    return gradient

# %% wrong: fixed_eps
# eps is ignored.
# fails: numerical_gradient-values
# message: whatever eps is
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        eps = 1e-5
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient

# %% wrong: flat_result
# The result is one long row.
# fails: numerical_gradient-values numerical_gradient-shape
# message: one long row
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient.ravel()

# %% wrong: integers_cast
# Copies keep the data type of x.
# fails: numerical_gradient-integers
# message: whole numbers
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.copy(), x.copy()
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient

# %% wrong: zeros_like
# The result takes the data type of x.
# fails: numerical_gradient-integers
# message: whole numbers
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient

# %% wrong: sign
# The difference the wrong way round.
# fails: numerical_gradient-values numerical_gradient-shape numerical_gradient-integers
# message: wrong sign
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(low) - f(high)) / (2 * eps)
    return gradient

# %% wrong: rows
# Whole rows move.
# fails: numerical_gradient-values numerical_gradient-shape numerical_gradient-integers
# message: rows move as a whole
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in range(len(x)):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient

# %% wrong: transposed
# The result is transposed.
# fails: numerical_gradient-values numerical_gradient-shape numerical_gradient-integers
# message: transposed
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient.T

# %% wrong: two_axes
# Two loops, for matrices only.
# fails: numerical_gradient-shape
# message: not enough values
def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    rows, columns = x.shape
    for index in np.ndindex(rows, columns):
        high, low = x.astype(float), x.astype(float)
        high[index] += eps
        low[index] -= eps
        gradient[index] = (f(high) - f(low)) / (2 * eps)
    return gradient
