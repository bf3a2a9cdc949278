# ruff: noqa: E501  (tables of small programs)
"""What a check finds is what it finds in one kernel, though the student's code runs in another process."""

from __future__ import annotations

import socket
import textwrap
import time

import pytest

from autograder.engine.bridge.errors import CheckAborted
from autograder.engine.bridge.framing import HEADER, STRAYS, Channel
from tests.support.two_process_runner import apart, in_one

SAME = {
    "plain values": ("def f(x): return x", "for v in (None, True, 3, 2**80, 1.5, 'é', b'x', (1, [2, {'a': 3}]), 1+2j, "
                     "{1, 2}, frozenset([3]), range(3), -0.0, [], {}, bytearray(b'q')):\n"
                     "    got = f(v)\n    assert got == v and type(got) is type(v), v"),
    "nan": ("def f(): return [float('nan'), float('inf')]", "a, b = f()\nassert a != a and b == float('inf')"),
    "wrong value": ("def f(): return 3", "assert f() == 4, f'{f()} is not right'"),
    "not a number": ("def f(): return 'three'", "f() + 1"),
    "not defined": ("g = 1", "f()"),
    "not a function": ("f = 5", "f()"),
    "arrays": ("def f(x): return x", "for d in ('f4', 'f8', 'i4', 'u1', '?', 'c16', 'U3', 'M8[s]'):\n"
               "    for s in ((), (0,), (2, 3), (1, 0, 2)):\n        x = np.zeros(s, d)\n        y = f(x)\n"
               "        assert y.dtype == x.dtype and y.shape == x.shape and type(y) is np.ndarray and y is x"),
    "scalars": ("def f(x): return x", "for v in (np.float32(.1), np.int64(3), np.bool_(True), np.str_('a'), "
                "np.float64(2)):\n    assert type(f(v)) is type(v) and f(v) == v"),
    "order": ("def f(x): return np.asfortranarray(x)", "assert f(np.zeros((3, 4))).flags.f_contiguous"),
    "object arrays": ("def f(): return np.array([1, 'a', None], object)", "assert f().tolist() == [1, 'a', None]"),
    "argument changed in place": ("def f(x):\n    x[0] = 7\n    return x.sum()",
                                  "x = np.zeros(3)\nf(x)\nassert not x.any(), 'changed'"),
    "argument not changed": ("def f(x): return x + 1", "x = np.zeros(3)\nf(x)\nassert not x.any(), 'changed'"),
    "view changed in place": ("def f(x): x += 1", "x = np.zeros((3, 2))\nf(x[1:])\nassert x.sum() == 4, x"),
    "shape changed in place": ("def f(x): x.shape = 2, 3", "x = np.arange(6)\nf(x)\nassert x.shape == (6,), x.shape"),
    "list changed in place": ("def f(x): x.append([1]); x[0].append(2)",
                              "a = []\nx = [a]\nf(x)\nassert x == [[2], [1]] and x[0] is a"),
    "dict changed in place": ("def f(d): d['b'] = d.pop('a')", "d = {'a': [1]}\nf(d)\nassert d == {'b': [1]}"),
    "read-only array": ("def f(x):\n    x[0] = 1", "x = np.zeros(3)\nx.flags.writeable = False\nf(x)"),
    "returns its argument": ("def f(x): return x", "x = np.zeros(3)\nassert f(x) is x"),
    "returns a copy": ("def f(x): return x.copy()", "x = np.zeros(3)\nassert f(x) is not x, 'the same object'"),
    "one array many times": ("def f():\n    a = np.zeros(2)\n    out = []\n    for k in range(3):\n        a += 1\n"
                             "        out.append(a)\n    return out", "a, b, c = f()\nassert a is b is c and a[0] == 3"),
    "buffer kept between calls": ("buf = np.zeros(2)\ndef f(k):\n    buf[:] = k\n    return buf",
                                  "one = f(1)\ntwo = f(2)\nassert one is two and one[0] == 2"),
    "argument kept and changed later": ("kept = []\ndef f(x): kept.append(x)\ndef g(): kept[0][0] = 9",
                                        "x = [1]\nf(x)\ng()\nassert x == [9]"),
    "result changed by the check": ("state = [1]\ndef f(): return state", "f().append(2)\nassert f() == [1], f()"),
    "cycle": ("def f():\n    a = []\n    a.append(a)\n    return a", "a = f()\nassert a[0] is a"),
    "value error": ("def f(x):\n    raise ValueError('no', x)", "try:\n    f(3)\nexcept ValueError as e:\n"
                    "    assert e.args == ('no', 3)\nelse:\n    assert False"),
    "error shown": ("def f(x):\n    y = 1\n    return x / 0", "f(3)"),
    "key error": ("def f(): return {}['a']", "f()"),
    "own error class": ("class Mine(ValueError): pass\ndef f(): raise Mine('x')", "try:\n    f()\n"
                        "except ValueError as e:\n    assert type(e).__name__ == 'Mine' and str(e) == 'x'"),
    "linalg error": ("def f(): np.linalg.inv(np.zeros((2, 2)))", "f()"),
    "not implemented": ("def f(): raise NotImplementedError()", "f()"),
    "error without arguments": ("def f(): raise NotImplementedError", "try:\n    f()\nexcept NotImplementedError as e:\n"
                                "    assert e.args == ()"),
    "own error without arguments": ("class Mine(ValueError): pass\ndef f(): raise Mine", "try:\n    f()\n"
                                    "except ValueError as e:\n    assert e.args == () and str(e) == ''"),
    "exit": ("def f(): raise SystemExit(3)", "f()"),
    "unicode error": ("def f(): b'\\xff'.decode()", "f()"),
    "deep recursion": ("def f(n): return f(n + 1)", "try:\n    f(0)\nexcept RecursionError:\n    pass"),
    "class": ("class C:\n    def __init__(self, n): self.n = n\n    def up(self, by=1):\n        self.n += by\n"
              "        return self.n", "c = C(2)\nassert c.up() == 3 and c.up(by=2) == 5 and c.n == 5\n"
              "assert isinstance(c, C) and not isinstance(3, C)"),
    "attribute missing": ("class C: pass", "C().nothing"),
    "state between calls": ("n = 0\ndef f():\n    global n\n    n += 1\n    return n", "assert [f(), f(), f()] == [1, 2, 3]"),
    "data that changes": ("n = 0\nlog = []\ndef f():\n    global n\n    n += 1\n    log.append(n)",
                          "f()\nf()\nassert n == 2 and log == [1, 2]"),
    "generator": ("def f(n):\n    for k in range(n): yield [k]", "assert list(f(3)) == [[0], [1], [2]]\n"
                  "g = f(1)\nnext(g)\ntry:\n    next(g)\nexcept StopIteration:\n    pass"),
    "zip": ("def f(): return zip([1, 2], 'ab')", "assert list(f()) == [(1, 'a'), (2, 'b')]"),
    "call back": ("def f(g, xs): return [g(x) + 1 for x in xs]", "seen = []\ndef g(x):\n    seen.append(x)\n"
                  "    return 2 * x\nassert f(g, [1, 2]) == [3, 5] and seen == [1, 2]"),
    "call back raises": ("def f(g):\n    try:\n        g()\n    except KeyError as e:\n        return repr(e)",
                         "def g(): raise KeyError('k')\nassert f(g) == \"KeyError('k')\""),
    "call back raises through": ("def f(g): return g()", "def g(): raise LookupError('k')\nf(g)"),
    "function back and forth": ("def f(g): return g\ndef h(): return 4", "assert f(h) is h and f(h)() == 4\n"
                                "def mine(): pass\nassert f(mine) is mine"),
    "returns a function": ("def f(n):\n    def add(x): return x + n\n    return add", "assert f(2)(3) == 5"),
    "keyword arguments": ("def f(a, *, b=2, **more): return a, b, more", "assert f(1, b=3, c=4) == (1, 3, {'c': 4})"),
    "wrong arguments": ("def f(a): return a", "f(1, 2)"),
    "np function passed": ("def f(g): return g(0.0)", "assert f(np.cos) == 1"),
    "named tuple": ("from collections import namedtuple\nP = namedtuple('P', 'x y')\ndef f(): return P(1, 2)",
                    "assert f() == (1, 2) and f().x == 1"),
    "fraction": ("from fractions import Fraction\ndef f(): return Fraction(1, 3)", "assert f() * 3 == 1"),
    "types": ("def f(): return [int, np.float32, np.dtype('f4'), ValueError]",
              "assert f() == [int, np.float32, np.dtype('f4'), ValueError]"),
    "list subclass": ("class L(list): pass\ndef f(): return L([1])", "assert f() == [1]"),
    "counter": ("from collections import Counter, deque\ndef f(): return Counter('aab'), deque([1], maxlen=2)",
                "a, b = f()\nassert a['a'] == 2 and list(b) == [1] and b.maxlen == 2"),
    "generator passed": ("def f(rng): return rng.normal(size=2)", "rng = np.random.default_rng(1)\nx = f(rng)\n"
                         "y = rng.normal()\nagain = np.random.default_rng(1)\n"
                         "assert (x == again.normal(size=2)).all() and y == again.normal()"),
    "older generators passed": (
        "def f(rng, more): return [rng.random(), rng.choice([1, 2, 3]), more.normal(size=2).sum(), more.randint(9)]",
        "import random\nrng, more = random.Random(1), np.random.RandomState(1)\nx = f(rng, more)\n"
        "twin, same = random.Random(1), np.random.RandomState(1)\n"
        "assert x == [twin.random(), twin.choice([1, 2, 3]), same.normal(size=2).sum(), same.randint(9)]\n"
        "assert rng.random() == twin.random() and more.rand() == same.rand()",
    ),
    "older generators returned": (
        "import random\ndef f(): return random.Random(1), np.random.RandomState(1)",
        "import random\nrng, more = f()\nassert rng.random() == random.Random(1).random()\n"
        "assert (more.normal(size=3) == np.random.RandomState(1).normal(size=3)).all()",
    ),
    "what stays is passed on": (
        "def f(x): return x\ndef g(k): return [1, 2, 3, 4][k]\ndef h(): return slice(1, 3)",
        "assert f(...) is ... and f(NotImplemented) is NotImplemented and g(h()) == [2, 3]",
    ),
    "ragged": ("def f(): return [[1, 2], [3]]", "np.asarray(f())"),
    "array interface": ("class A:\n    def __array__(self, dtype=None, copy=None): return np.arange(3.0)\n"
                        "def f(): return A()", "assert np.asarray(f()).tolist() == [0, 1, 2]"),
    "context manager": ("from contextlib import contextmanager\nlog = []\n@contextmanager\ndef f():\n"
                        "    log.append(1)\n    yield 5\n    log.append(2)",
                        "with f() as x:\n    assert x == 5 and log == [1]\nassert log == [1, 2]"),
    "masked array": ("def f(): return np.ma.array([1, 2], mask=[0, 1])", "assert np.asarray(f()).tolist() == [1, 2]"),
    "repr": ("class C:\n    def __repr__(self): return 'C!'\ndef f(): return C()", "assert f'{f()!r}' == 'C!'"),
    "attribute set": ("class C: pass\ndef f(c): return c.x", "c = C()\nc.x = 4\nassert f(c) == 4"),
    "helper object": ("def f(box):\n    box.put(3)\n    return box.items",
                      "class Box:\n    def __init__(self): self.items = []\n    def put(self, x): self.items.append(x)\n"
                      "box = Box()\nassert f(box) == [3] and box.items == [3]"),
    "a name taken away": (
        "def g(): return 1\ndef f(): return g()",
        "kept = g\ndel g\ntry:\n    f()\nexcept NameError:\n    pass\nelse:\n    assert False\nfinally:\n    g = kept\n"
        "assert f() == 1",
    ),
    "a name replaced": ("def g(): return 1\ndef f(): return g()", "def spy(): return 5\ng = spy\nassert f() == 5"),
    "what is not callable": ("class C: pass\ndef f(): return C()", "assert not callable(f()) and callable(f)"),
    "views of a dict": ("def f(): return {'a': 1}.keys()", "assert list(f()) == ['a'] and len(f()) == 1"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
def test_a_check_finds_the_same_apart_as_in_one_kernel(case: str) -> None:
    student, check = SAME[case]
    expected = in_one(student, check)
    assert apart(student, check) == expected


LIES = {
    "equals everything": "class A:\n    def __eq__(self, other): return True\n    def __ne__(self, o): return False\n"
    "    __hash__ = None\ndef f(): return A()",
    "array that equals everything": "class A(np.ndarray):\n    def __eq__(self, o): return np.True_\n"
    "    def __array_function__(self, *a): return True\n    def __array_ufunc__(self, *a, **k): return True\n"
    "def f(): return np.zeros(3).view(A)",
    "float that equals everything": "class F(float):\n    def __eq__(self, o): return True\n    __hash__ = None\n"
    "def f(): return F(1)",
    "list that equals everything": "class L(list):\n    def __eq__(self, o): return True\n    __hash__ = None\n"
    "    def __iter__(self): return iter([4])\ndef f(): return L([1])",
    "lazy": "class A:\n    n = 0\n    def __array__(self, dtype=None, copy=None):\n        raise ValueError('later')\n"
    "def f(): return A()",
    "reflected": "class A:\n    def __rsub__(self, o): return 0\n    def __sub__(self, o): return 0\n    __req__ = __sub__\n"
    "    def __abs__(self): return 0\ndef f(): return A()",
    "str subclass": "class S(str):\n    def __eq__(self, o): return True\n    __hash__ = None\ndef f(): return S('1')",
    "dict subclass": "class D(dict):\n    def __eq__(self, o): return True\n    def __getitem__(self, k): return 4\n"
    "def f(): return D()",
    "metaclass": "class M(type):\n    def __eq__(self, o): return True\n    __hash__ = type.__hash__\n"
    "class A(metaclass=M): pass\ndef f(): return A",
    "says it is an int": "class A:\n    __class__ = int\n    def __eq__(self, o): return True\ndef f(): return A()",
    "int that lies": "class I(int):\n    def __eq__(self, o): return True\n    __hash__ = None\n"
    "    def __add__(self, o): return 4\ndef f(): return I(3)",
}

QUESTIONS = {
    "equal": "assert f() == 4",
    "not unequal": "assert not f() != 4",
    "close": "np.testing.assert_allclose(f(), [4, 4, 4])",
    "difference": "assert abs(f() - 4) < 1e-5",
    "array": "assert np.array_equal(np.asarray(f()), [4, 4, 4])",
    "in": "assert f() in [4, [4]]",
}


@pytest.mark.parametrize("lie", LIES)
def test_an_object_that_lies_is_judged_on_plain_values(lie: str) -> None:
    for question, check in QUESTIONS.items():
        assert apart(LIES[lie], check) != "passed", question


def test_some_of_the_lies_would_pass_in_one_kernel() -> None:
    assert sum(in_one(lie, check) == "passed" for lie in LIES.values() for check in QUESTIONS.values()) >= 15


REFUSED = {
    "10 GB": ("def f(): return np.lib.stride_tricks.as_strided(np.zeros(1), (10 * 2**27,), (0,))", "10.0 GB"),
    "deep tuples": (
        "def f():\n    x = ()\n    for _ in range(10**5): x = (x,)\n    return x",
        "nested deeper",
    ),
    "too many objects": ("def f(): return [[] for _ in range(60_000)]", "more than 50,000"),
    "huge number": ("def f(): return 1 << 10**6", "1,000,001 bits"),
    "endless iterator": ("import itertools\ndef f(): return itertools.count()", "more than"),
    "death": ("import os\ndef f(): os._exit(0)", "ended the process"),
    "structured": ("def f(): return np.zeros(2, [('a', int)])", "dtype"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_judged_is_refused_with_a_reason(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.engine.bridge.peer.REQUESTS", 500)
    student, words = REFUSED[case]
    check = "try:\n    for _ in f(): pass\nexcept Exception:\n    pass"
    started = time.monotonic()
    outcome = apart(student, check)
    assert outcome.startswith("CheckAborted") and words in outcome
    assert time.monotonic() - started < 20  # nothing of that size was made on the way


PEEKS = {
    "frames": "def f(g): return g.__code__",
    "globals": "def f(g): return g.__globals__",
    "self of a method": "def f(g): return g.__self__",
    "generator frame": "def f(g, it): return it.gi_frame",
    "attribute of a function": "def f(g): return g.secret",
    "handle of another": "def f(g):\n    object.__getattribute__(g, '__dict__')['_handle'] = 99\n    return g()",
    "raw request": "def f(g): return g._peer.request('get', 1, '__globals__')",
}


@pytest.mark.parametrize("peek", PEEKS)
def test_a_callback_leads_nowhere_else(peek: str) -> None:
    check = textwrap.dedent("""
        secret = [42]
        def g(): return 1
        g.secret = secret
        def numbers(): yield 1
        got = f(g, *([numbers()] if 'it' in peek else []))
        assert False, ('got', got)
    """).replace("peek", repr("it" if "it)" in PEEKS[peek] else ""))
    assert "'got'" not in apart(PEEKS[peek], check)


def test_who_sends_what_was_not_asked_without_end_is_stopped() -> None:
    ours, theirs = socket.socketpair()
    stop, stopper = socket.socketpair()
    with ours, theirs, stop, stopper:
        theirs.sendall((HEADER.pack(7, 2, 0) + b"{}") * (STRAYS + 500))  # so many that it need not wait for more
        stopper.send(b'{"why": "It took too long."}\n')
        with pytest.raises(CheckAborted, match="It took too long"):
            Channel(ours, mark=1, stop=stop).receive()


def test_a_message_in_many_parts_does_not_keep_from_stopping() -> None:
    ours, theirs = socket.socketpair()
    stop, stopper = socket.socketpair()
    with ours, theirs, stop, stopper:
        theirs.sendall(HEADER.pack(1, 2**20, 0) + b"x" * 100_000)  # more could come at any time
        stopper.send(b'{"why": "It took too long."}\n')
        with pytest.raises(CheckAborted, match="It took too long"):
            Channel(ours, mark=1, stop=stop).receive()
