# Checks, of which each object of lies.py would pass some.

# %% equal
assert f() == 4

# %% not unequal
assert not f() != 4

# %% close
np.testing.assert_allclose(f(), [4, 4, 4])

# %% difference
assert abs(f() - 4) < 1e-5

# %% array
assert np.array_equal(np.asarray(f()), [4, 4, 4])

# %% in
assert f() in [4, [4]]

# %% all of several calls
for got in map(lambda _: f(), range(3)):
    assert got == 7

# %% block
with f():
    assert False
