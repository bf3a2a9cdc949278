# Attempts to get from a check's function to what it can reach.

# %% frames
def f(g): return g.__code__

# %% globals
def f(g): return g.__globals__

# %% self of a method
def f(g): return g.__self__

# %% generator frame
def f(g, it): return it.gi_frame

# %% attribute of a function
def f(g): return g.secret

# %% handle of another
def f(g):
    object.__setattr__(g, '_handle', 99)
    return g()

# %% raw request
def f(g): return g._peer.request('get', 1, '__globals__')
