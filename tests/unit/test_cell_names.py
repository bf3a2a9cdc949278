"""The global names that a cell uses and binds, case by case."""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from autograder.engine.notebook.cell_names import (
    binds,
    compiled,
    imports,
    mentions,
    needed,
    reached,
    runs_other_code,
    trains,
    uses,
)

QUIET = {"__name__", "__annotations__"}
"""Names that some versions of Python read and bind themselves."""
CASES = [
    # cell, names that it uses, names that it binds
    ("", "", ""),
    ("x = 1", "", "x"),
    ("x = y = z", "z", "x y"),
    ("x += 1", "x", "x"),
    ("a, *b = c", "c", "a b"),
    ("if (n := 3): pass", "", "n"),
    ("def f(a=d):\n    b = a + g\n    return b", "d g", "f"),
    ("def f():\n    global counter\n    counter = 1", "", "f counter"),
    ("def f():\n    def g():\n        return deep\n    return g", "deep", "f"),
    ("lambda k: k + m", "m", ""),
    ("class A(B):\n    c = D\n    def e(self): return F", "B D F", "A"),
    ("@decorate\ndef f(): pass", "decorate", "f"),
    ("import numpy as np\nfrom os import path", "", "np path"),
    ("for i in items: pass", "items", "i"),
    ("[k for k in items]", "items", ""),
    ("with open(name) as file: pass", "open name", "file"),
    ("try:\n    pass\nexcept E as error:\n    pass", "E", "error"),
    ("del x", "", ""),
    ("x: int = 1", "int", "x"),
    ("def f(", "", ""),
    ("%matplotlib inline", "get_ipython", ""),
    ("files = !ls", "get_ipython", "files"),
    ("await later()", "later", ""),
    ("x = '\0'", "", ""),
    ("%%time\nx = y", "get_ipython y", "x"),
    ("%%capture out\n%%time\nx = y", "get_ipython y out", "x"),
    ("%time x = f(y)", "get_ipython f y", "x"),
    ("%timeit -n 10 -r 3 f(y)", "get_ipython f y", ""),
    ("%%timeit n = y\nf(n)", "get_ipython f n y", "n"),
    ("for i in a:\n    %time f(i)", "get_ipython a f i", "i"),
    ("!echo {x + y} $z", "get_ipython x y z", ""),
    ("v = !cat $name", "get_ipython name", "v"),
    ("%%bash\nx = y", "get_ipython", ""),
    ("%%writefile f.py\nx = y", "get_ipython", ""),
    ("f'{a + 1} {b!r:{c}}'", "a b c", ""),
]


@pytest.mark.parametrize(("cell", "used", "bound"), CASES)
def test_names_of_a_cell(cell: str, used: str, bound: str) -> None:
    assert uses(cell) - QUIET == set(used.split())
    assert binds(cell) - QUIET == set(bound.split())


def test_a_cell_that_python_cannot_read_has_no_code() -> None:
    assert compiled("x =") is None and compiled("(" * 10_000) is None and compiled("x = 1") is not None


def test_magics_inside_magics_end() -> None:
    assert "x" in uses("%%time\n" * 50 + "x") and "x" not in uses("%%time\n" * 1500 + "x")


@pytest.mark.parametrize(
    ("cells", "mentioned"),
    [
        (["eval('size + 1')"], True),
        (["globals()['size']"], True),
        (["name = 'size'", "exec(f'x = {name}')"], True),
        (["%%time\nvars()['size']"], True),
        (["import __main__\n__main__.size"], True),
        (["import sys\nsys.modules['__main__'].size"], True),
        (["get_ipython().user_ns['size']"], True),
        (["from __main__ import size"], True),
        (["'size' in dir()"], True),
        (["%store size"], True),
        (["del size"], True),
        (["import timeit\ntimeit.timeit('size', setup='from __main__ import size')"], True),
        (["print('size', x.size)"], False),
        (["if __name__ == '__main__':\n    print('size')"], False),
        (["def f():\n    'the size'\n    return eval('1')"], False),
        (["# eval\nprint('size')"], False),
        (["%matplotlib inline\nprint('size')"], False),
    ],
)
def test_a_text_mentions_a_name_if_something_can_look_it_up(cells: list[str], mentioned: bool) -> None:
    assert ("size" in mentions(cells)) is mentioned


@pytest.mark.parametrize(
    ("cell", "runs"),
    [
        ("exec(open('step.py').read())", True),
        ("eval('si' + 'ze')", True),
        ("%run -i step.py", True),
        ("%time exec(text)", True),
        ("eval('size')", False),
        ("model.eval()", False),
        ("%matplotlib inline", False),
    ],
)
def test_code_that_is_not_in_the_cell_may_use_any_name(cell: str, runs: bool) -> None:
    assert runs_other_code([cell]) is runs


def test_a_cell_that_fits_a_model_trains() -> None:
    assert trains("history = model.fit(x)") and trains("%time model.fit(x)") and not trains("x.shape")


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("import os, sys as s\nx = 1\nfrom a.b import c", ("import os, sys as s", "from a.b import c")),
        ("def f():\n    import os", ()),
        ("import (", ()),
    ],
)
def test_imports_of_a_cell_are_those_outside_functions(cell: str, lines: tuple[str, ...]) -> None:
    assert imports(cell) == lines


@pytest.mark.parametrize(
    ("cell", "given", "names"),
    [
        ("f(1)", ("def f(x): return g(x)", "def g(x): return answer * x"), "f g answer"),
        ("f(1)", ("def f(x): return f(x)",), "f"),
        ("check(A)", ("class A:\n    def run(self): return solve()",), "check A solve"),
        ("x", ("def f(): return y",), "x"),
    ],
)
def test_a_check_reaches_names_through_given_functions(cell: str, given: tuple[str, ...], names: str) -> None:
    assert reached(cell, given) - QUIET == set(names.split())


@pytest.mark.parametrize(
    ("wanted", "optional", "bound", "chosen"),
    [
        ("", ["a = 1"], "", set()),
        ("a", ["a = 1", "b = 1"], "", {0}),
        ("a", ["a = 1"], "a", set()),
        ("c", ["a = 1", "b = a", "c = b"], "", {0, 1, 2}),
        ("c", ["a = 1", "b = a", "c = b"], "b", {2}),
        ("a", ["a = 1", "a = 2"], "", {0, 1}),
        ("a", ["a = b", "b = a"], "", {0, 1}),
        ("print", ["print = 1"], "", set()),
        ("z", ["a = 1"], "", set()),
    ],
)
def test_optional_cells_run_if_their_names_are_needed(
    wanted: str, optional: list[str], bound: str, chosen: set[int]
) -> None:
    assert needed(wanted.split(), optional, bound.split(), lambda name: name == "print") == chosen


def test_threads_can_read_cells_at_the_same_time() -> None:
    """Python 3.11 fails if a thread begins a syntax tree while garbage is collected in another thread's."""
    code = "!ls\nx = [" + ", ".join(f"f({k}, [a, (b, {{'c': {k}}})])" for k in range(100)) + "]\n"
    interval, threshold = sys.getswitchinterval(), gc.get_threshold()

    def slow(*_: object) -> None:
        for _ in range(200):
            pass

    sys.setswitchinterval(1e-6)
    gc.callbacks.append(slow)
    gc.set_threshold(100)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(binds, [f"{code}y{k} = 1" for k in range(40)]))
    finally:
        gc.callbacks.remove(slow)
        gc.set_threshold(*threshold)
        sys.setswitchinterval(interval)
    assert found == [{"x", f"y{k}"} for k in range(40)]
