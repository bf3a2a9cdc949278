# What a check finds must be the same in one process and in two.

# %% plain values: student
def f(x): return x

# %% plain values: check
for v in (None, True, 3, 2**80, 1.5, 'é', b'x', (1, [2, {'a': 3}]), 1+2j, {1, 2}, frozenset([3]), range(3), -0.0, [], {}, bytearray(b'q')):
    got = f(v)
    assert got == v and type(got) is type(v), v

# %% nan: student
def f(): return [float('nan'), float('inf')]

# %% nan: check
a, b = f()
assert a != a and b == float('inf')

# %% wrong value: student
def f(): return 3

# %% wrong value: check
assert f() == 4, f'{f()} is not right'

# %% not a number: student
def f(): return 'three'

# %% not a number: check
f() + 1

# %% not defined: student
g = 1

# %% not defined: check
f()

# %% not a function: student
f = 5

# %% not a function: check
f()

# %% arrays: student
def f(x): return x

# %% arrays: check
for d in ('f4', 'f8', 'i4', 'u1', '?', 'c16', 'U3', 'M8[s]'):
    for s in ((), (0,), (2, 3), (1, 0, 2)):
        x = np.zeros(s, d)
        y = f(x)
        assert y.dtype == x.dtype and y.shape == x.shape and type(y) is np.ndarray and y is x

# %% scalars: student
def f(x): return x

# %% scalars: check
for v in (np.float32(.1), np.int64(3), np.bool_(True), np.str_('a'), np.float64(2)):
    assert type(f(v)) is type(v) and f(v) == v

# %% order: student
def f(x): return np.asfortranarray(x)

# %% order: check
assert f(np.zeros((3, 4))).flags.f_contiguous

# %% object arrays: student
def f(): return np.array([1, 'a', None], object)

# %% object arrays: check
assert f().tolist() == [1, 'a', None]

# %% argument changed in place: student
def f(x):
    x[0] = 7
    return x.sum()

# %% argument changed in place: check
x = np.zeros(3)
f(x)
assert not x.any(), 'changed'

# %% argument not changed: student
def f(x): return x + 1

# %% argument not changed: check
x = np.zeros(3)
f(x)
assert not x.any(), 'changed'

# %% view changed in place: student
def f(x): x += 1

# %% view changed in place: check
x = np.zeros((3, 2))
f(x[1:])
assert x.sum() == 4, x

# %% shape changed in place: student
def f(x): x.shape = 2, 3

# %% shape changed in place: check
x = np.arange(6)
f(x)
assert x.shape == (6,), x.shape

# %% list changed in place: student
def f(x): x.append([1]); x[0].append(2)

# %% list changed in place: check
a = []
x = [a]
f(x)
assert x == [[2], [1]] and x[0] is a

# %% dict changed in place: student
def f(d): d['b'] = d.pop('a')

# %% dict changed in place: check
d = {'a': [1]}
f(d)
assert d == {'b': [1]}

# %% read-only array: student
def f(x):
    x[0] = 1

# %% read-only array: check
x = np.zeros(3)
x.flags.writeable = False
f(x)

# %% returns its argument: student
def f(x): return x

# %% returns its argument: check
x = np.zeros(3)
assert f(x) is x

# %% returns a copy: student
def f(x): return x.copy()

# %% returns a copy: check
x = np.zeros(3)
assert f(x) is not x, 'the same object'

# %% one array many times: student
def f():
    a = np.zeros(2)
    out = []
    for k in range(3):
        a += 1
        out.append(a)
    return out

# %% one array many times: check
a, b, c = f()
assert a is b is c and a[0] == 3

# %% buffer kept between calls: student
buf = np.zeros(2)
def f(k):
    buf[:] = k
    return buf

# %% buffer kept between calls: check
one = f(1)
two = f(2)
assert one is two and one[0] == 2

# %% argument kept and changed later: student
kept = []
def f(x): kept.append(x)
def g(): kept[0][0] = 9

# %% argument kept and changed later: check
x = [1]
f(x)
g()
assert x == [9]

# %% result changed by the check: student
state = [1]
def f(): return state

# %% result changed by the check: check
f().append(2)
assert f() == [1], f()

# %% cycle: student
def f():
    a = []
    a.append(a)
    return a

# %% cycle: check
a = f()
assert a[0] is a

# %% value error: student
def f(x):
    raise ValueError('no', x)

# %% value error: check
try:
    f(3)
except ValueError as e:
    assert e.args == ('no', 3)
else:
    assert False

# %% error shown: student
def f(x):
    y = 1
    return x / 0

# %% error shown: check
f(3)

# %% key error: student
def f(): return {}['a']

# %% key error: check
f()

# %% own error class: student
class Mine(ValueError): pass
def f(): raise Mine('x')

# %% own error class: check
try:
    f()
except ValueError as e:
    assert type(e).__name__ == 'Mine' and str(e) == 'x'

# %% linalg error: student
def f(): np.linalg.inv(np.zeros((2, 2)))

# %% linalg error: check
f()

# %% not implemented: student
def f(): raise NotImplementedError()

# %% not implemented: check
f()

# %% error without arguments: student
def f(): raise NotImplementedError

# %% error without arguments: check
try:
    f()
except NotImplementedError as e:
    assert e.args == ()

# %% own error without arguments: student
class Mine(ValueError): pass
def f(): raise Mine

# %% own error without arguments: check
try:
    f()
except ValueError as e:
    assert e.args == () and str(e) == ''

# %% exit: student
def f(): raise SystemExit(3)

# %% exit: check
f()

# %% unicode error: student
def f(): b'\xff'.decode()

# %% unicode error: check
f()

# %% deep recursion: student
def f(n): return f(n + 1)

# %% deep recursion: check
try:
    f(0)
except RecursionError:
    pass

# %% class: student
class C:
    def __init__(self, n): self.n = n
    def up(self, by=1):
        self.n += by
        return self.n

# %% class: check
c = C(2)
assert c.up() == 3 and c.up(by=2) == 5 and c.n == 5
assert isinstance(c, C) and not isinstance(3, C)

# %% attribute missing: student
class C: pass

# %% attribute missing: check
C().nothing

# %% state between calls: student
n = 0
def f():
    global n
    n += 1
    return n

# %% state between calls: check
assert [f(), f(), f()] == [1, 2, 3]

# %% data that changes: student
n = 0
log = []
def f():
    global n
    n += 1
    log.append(n)

# %% data that changes: check
f()
f()
assert n == 2 and log == [1, 2]

# %% generator: student
def f(n):
    for k in range(n): yield [k]

# %% generator: check
assert list(f(3)) == [[0], [1], [2]]
g = f(1)
next(g)
try:
    next(g)
except StopIteration:
    pass

# %% zip: student
def f(): return zip([1, 2], 'ab')

# %% zip: check
assert list(f()) == [(1, 'a'), (2, 'b')]

# %% call back: student
def f(g, xs): return [g(x) + 1 for x in xs]

# %% call back: check
seen = []
def g(x):
    seen.append(x)
    return 2 * x
assert f(g, [1, 2]) == [3, 5] and seen == [1, 2]

# %% call back raises: student
def f(g):
    try:
        g()
    except KeyError as e:
        return repr(e)

# %% call back raises: check
def g(): raise KeyError('k')
assert f(g) == "KeyError('k')"

# %% call back raises through: student
def f(g): return g()

# %% call back raises through: check
def g(): raise LookupError('k')
f(g)

# %% function back and forth: student
def f(g): return g
def h(): return 4

# %% function back and forth: check
assert f(h) is h and f(h)() == 4
def mine(): pass
assert f(mine) is mine

# %% returns a function: student
def f(n):
    def add(x): return x + n
    return add

# %% returns a function: check
assert f(2)(3) == 5

# %% keyword arguments: student
def f(a, *, b=2, **more): return a, b, more

# %% keyword arguments: check
assert f(1, b=3, c=4) == (1, 3, {'c': 4})

# %% wrong arguments: student
def f(a): return a

# %% wrong arguments: check
f(1, 2)

# %% np function passed: student
def f(g): return g(0.0)

# %% np function passed: check
assert f(np.cos) == 1

# %% named tuple: student
from collections import namedtuple
P = namedtuple('P', 'x y')
def f(): return P(1, 2)

# %% named tuple: check
assert f() == (1, 2) and f().x == 1

# %% fraction: student
from fractions import Fraction
def f(): return Fraction(1, 3)

# %% fraction: check
assert f() * 3 == 1

# %% types: student
def f(): return [int, np.float32, np.dtype('f4'), ValueError]

# %% types: check
assert f() == [int, np.float32, np.dtype('f4'), ValueError]

# %% list subclass: student
class L(list): pass
def f(): return L([1])

# %% list subclass: check
assert f() == [1]

# %% counter: student
from collections import Counter, deque
def f(): return Counter('aab'), deque([1], maxlen=2)

# %% counter: check
a, b = f()
assert a['a'] == 2 and list(b) == [1] and b.maxlen == 2

# %% generator passed: student
def f(rng): return rng.normal(size=2)

# %% generator passed: check
rng = np.random.default_rng(1)
x = f(rng)
y = rng.normal()
again = np.random.default_rng(1)
assert (x == again.normal(size=2)).all() and y == again.normal()

# %% older generators passed: student
def f(rng, more): return [rng.random(), rng.choice([1, 2, 3]), more.normal(size=2).sum(), more.randint(9)]

# %% older generators passed: check
import random
rng, more = random.Random(1), np.random.RandomState(1)
x = f(rng, more)
twin, same = random.Random(1), np.random.RandomState(1)
assert x == [twin.random(), twin.choice([1, 2, 3]), same.normal(size=2).sum(), same.randint(9)]
assert rng.random() == twin.random() and more.rand() == same.rand()

# %% older generators returned: student
import random
def f(): return random.Random(1), np.random.RandomState(1)

# %% older generators returned: check
import random
rng, more = f()
assert rng.random() == random.Random(1).random()
assert (more.normal(size=3) == np.random.RandomState(1).normal(size=3)).all()

# %% what stays is passed on: student
def f(x): return x
def g(k): return [1, 2, 3, 4][k]
def h(): return slice(1, 3)

# %% what stays is passed on: check
assert f(...) is ... and f(NotImplemented) is NotImplemented and g(h()) == [2, 3]

# %% ragged: student
def f(): return [[1, 2], [3]]

# %% ragged: check
np.asarray(f())

# %% array interface: student
class A:
    def __array__(self, dtype=None, copy=None): return np.arange(3.0)
def f(): return A()

# %% array interface: check
assert np.asarray(f()).tolist() == [0, 1, 2]

# %% context manager: student
from contextlib import contextmanager
log = []
@contextmanager
def f():
    log.append(1)
    yield 5
    log.append(2)

# %% context manager: check
with f() as x:
    assert x == 5 and log == [1]
assert log == [1, 2]

# %% masked array: student
def f(): return np.ma.array([1, 2], mask=[0, 1])

# %% masked array: check
assert np.asarray(f()).tolist() == [1, 2]

# %% repr: student
class C:
    def __repr__(self): return 'C!'
def f(): return C()

# %% repr: check
assert f'{f()!r}' == 'C!'

# %% attribute set: student
class C: pass
def f(c): return c.x

# %% attribute set: check
c = C()
c.x = 4
assert f(c) == 4

# %% helper object: student
def f(box):
    box.put(3)
    return box.items

# %% helper object: check
class Box:
    def __init__(self): self.items = []
    def put(self, x): self.items.append(x)
box = Box()
assert f(box) == [3] and box.items == [3]

# %% a name taken away: student
def g(): return 1
def f(): return g()

# %% a name taken away: check
kept = g
del g
try:
    f()
except NameError:
    pass
else:
    assert False
finally:
    g = kept
assert f() == 1

# %% a name replaced: student
def g(): return 1
def f(): return g()

# %% a name replaced: check
def spy(): return 5
g = spy
assert f() == 5

# %% what is not callable: student
class C: pass
def f(): return C()

# %% what is not callable: check
assert not callable(f()) and callable(f)

# %% views of a dict: student
def f(): return {'a': 1}.keys()

# %% views of a dict: check
assert list(f()) == ['a'] and len(f()) == 1
