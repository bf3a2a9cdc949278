# Objects that claim to be what a check asks for.

# %% equals everything
class A:
    def __eq__(self, other): return True
    def __ne__(self, o): return False
    __hash__ = None
def f(): return A()

# %% array that equals everything
class A(np.ndarray):
    def __eq__(self, o): return np.True_
    def __array_function__(self, *a): return True
    def __array_ufunc__(self, *a, **k): return True
def f(): return np.zeros(3).view(A)

# %% float that equals everything
class F(float):
    def __eq__(self, o): return True
    __hash__ = None
def f(): return F(1)

# %% list that equals everything
class L(list):
    def __eq__(self, o): return True
    __hash__ = None
    def __iter__(self): return iter([4])
def f(): return L([1])

# %% lazy
class A:
    n = 0
    def __array__(self, dtype=None, copy=None):
        raise ValueError('later')
def f(): return A()

# %% reflected
class A:
    def __rsub__(self, o): return 0
    def __sub__(self, o): return 0
    __req__ = __sub__
    def __abs__(self): return 0
def f(): return A()

# %% str subclass
class S(str):
    def __eq__(self, o): return True
    __hash__ = None
def f(): return S('1')

# %% dict subclass
class D(dict):
    def __eq__(self, o): return True
    def __getitem__(self, k): return 4
def f(): return D()

# %% metaclass
class M(type):
    def __eq__(self, o): return True
    __hash__ = type.__hash__
class A(metaclass=M): pass
def f(): return A

# %% says it is an int
class A:
    __class__ = int
    def __eq__(self, o): return True
def f(): return A()

# %% int that lies
class I(int):
    def __eq__(self, o): return True
    __hash__ = None
    def __add__(self, o): return 4
def f(): return I(3)

# %% the end of an iteration
def f(*_): raise StopIteration

# %% an own end of an iteration
class End(StopIteration): pass
def f(*_): raise End

# %% list with every length
class L(list):
    def __len__(self): return 5
    def __eq__(self, other): return True
    def __contains__(self, item): return True
    def __add__(self, other): return self
def f(): return L()

# %% text that ignores errors
class S(str):
    def __enter__(self): return self
    def __exit__(self, *error): return True
    def __eq__(self, other): return True
    def __hash__(self): return hash('5')
def f(): return S('no')
