# Values that cannot be judged.

# %% 10 GB
def f(): return np.lib.stride_tricks.as_strided(np.zeros(1), (10 * 2**27,), (0,))

# %% deep tuples
def f():
    x = ()
    for _ in range(10**5): x = (x,)
    return x

# %% too many objects
def f(): return [[] for _ in range(60_000)]

# %% huge number
def f(): return 1 << 10**6

# %% endless iterator
import itertools
def f(): return itertools.count()

# %% death
import os
def f(): os._exit(0)

# %% structured
def f(): return np.zeros(2, [('a', int)])
