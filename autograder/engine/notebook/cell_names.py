"""Finds the global names that a cell uses and binds. It reads the code and runs nothing."""

from __future__ import annotations

import ast
import dis
import functools
import keyword
import re
import threading
import types
from collections.abc import Callable, Iterable, Iterator

from autograder.engine.ipython_internals import to_python

CHANGING = frozenset({
    "add", "append", "appendleft", "clear", "compile", "discard", "extend", "extendleft", "fill", "fit", "insert",
    "load_weights", "pop", "popitem", "popleft", "remove", "resize", "reverse", "set_weights", "setdefault", "sort",
    "subtract", "update",
})  # fmt: skip
"""Methods that change their object: those of Python's containers, of arrays, and of models."""
BY_TEXT = frozenset({"eval", "exec", "globals", "locals", "vars", "dir", "get_ipython"})
"""Functions that find a name by its text."""
WORD = re.compile(r"[^\W\d]\w*")
LOOKUPS = frozenset((
    "eval", "exec", "globals", "locals", "vars", "query", "user_ns", "user_global_ns", "run_cell", "ev", "ex",
    "f_globals", "f_locals", "__globals__", "__main__", "dir",
))  # fmt: skip
"""Names with which code can find a variable by a text."""
ANYWHERE = frozenset(("eval", "exec", "run_cell", "ev", "ex"))
"""Functions that run a text as code, which may use any name if the text is not in the cell."""
TRAINING = frozenset(("fit", "train_on_batch", "train_step", "apply_gradients", "GradientTape"))
"""Names in code that trains a model, which takes long."""
OTHER_LANGUAGES = frozenset((
    "bash", "sh", "script", "system", "sx", "!", "perl", "ruby", "cmd", "html", "HTML", "javascript", "js", "latex",
    "markdown", "svg", "SVG", "writefile", "file", "python", "python2", "python3", "pypy",
))  # fmt: skip
"""Cell magics whose cell is not code of the notebook."""
CODE_MAGICS = frozenset(("time", "timeit", "prun", "memit", "lprun", "mprun"))
"""Line magics whose line is code of the notebook."""
PIECES = 200
"""How many pieces of code inside magics are read in one cell."""
OPTIONS = re.compile(r"\s*(-\w+(\s+\d+)?\s+)*")
"""The options of a magic such as `%timeit -n 10 f(x)`."""
EXPANDED = re.compile(r"\{([^{}]*)\}|\$(\w+)")
"""What IPython replaces by the value of a variable in the text of a magic or a command."""


_parsing = threading.Lock()
"""Python 3.11 raises SystemError ("recursion depth mismatch") when two threads build syntax trees at the same time."""


@functools.lru_cache(maxsize=4096)
def compiled(source: str) -> types.CodeType | None:
    """Return the code of a cell, magics included, or None if it is not valid."""
    try:
        return compile(to_python(source), "<cell>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@functools.lru_cache(maxsize=4096)
def uses(source: str) -> frozenset[str]:
    """Return the global names that a cell reads, itself, in functions that it defines, or in its magics."""
    return frozenset().union(*(global_names(code) for code in _codes(source)))


@functools.lru_cache(maxsize=4096)
def binds(source: str) -> frozenset[str]:
    """Return the global names to which a cell gives a value, itself or in its magics."""
    return frozenset().union(*(_named(code, ("STORE_NAME", "STORE_GLOBAL")) for code in _codes(source)))


def mentions(sources: Iterable[str]) -> frozenset[str]:
    """Return the names in the texts and attributes of cells, if the cells have a function that can look them up.

    The names in `del x` and in the line of a magic, such as `%store x`, are always among them.
    """
    sources = list(sources)
    looked_up: set[str] = set()
    words: set[str] = set()
    for source in sources:
        names, texts = _words(source)
        looked_up |= names | (texts if "__name__" not in names else texts - {"__main__"})
        words |= names | texts
    lines = frozenset(word for source in sources for line in _named_lines(source) for word in WORD.findall(line))
    return lines | words if looked_up & LOOKUPS else lines


def runs_other_code(sources: Iterable[str]) -> bool:
    """Return whether cells run code that is not in them, as `exec(open(name).read())` and `%run -i name` do."""
    return any(_runs_other_code(source) for source in sources)


@functools.lru_cache(maxsize=4096)
def _runs_other_code(source: str) -> bool:
    for tree in _trees(source):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0] if node.args else ast.Constant("")
            if called in ANYWHERE and not isinstance(first, ast.Constant):
                return True
            if called == "run_line_magic" and isinstance(first, ast.Constant) and first.value == "run":
                return True
    return False


@functools.lru_cache(maxsize=4096)
def _named_lines(source: str) -> tuple[str, ...]:
    """Return the text of each line magic in a cell, and each name that it deletes."""
    lines = []
    for node in (node for tree in _trees(source) for node in ast.walk(tree)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
            lines.append(node.id)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "run_line_magic" and len(node.args) > 1:
            line = node.args[1]
            if isinstance(line, ast.Constant) and isinstance(line.value, str):
                lines.append(line.value)
    return tuple(lines)


def trains(source: str) -> bool:
    """Return whether a cell trains a model."""
    return bool(_words(source)[0] & TRAINING)


@functools.lru_cache(maxsize=4096)
def _words(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and attributes in the code of a cell, and the words in its texts except docstrings."""
    names: set[str] = set()
    texts: set[str] = set()
    for tree in _trees(source):
        described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                names.add(node.id)
            elif isinstance(node, ast.Attribute):
                names.add(node.attr)
            elif isinstance(node, ast.ImportFrom) and node.module == "__main__":
                names |= {"__main__", *(alias.name for alias in node.names)}
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
                texts |= set(re.findall(r"\w+", node.value))
    return frozenset(names), frozenset(texts)


def _codes(source: str) -> list[types.CodeType]:
    """Return the code of a cell, and the code in its magics; none if it is not valid."""
    return [code for piece in _pieces(source) if (code := compiled(piece))]


def _trees(source: str) -> list[ast.Module]:
    return [tree for piece in _pieces(source) if (tree := _parsed(piece))]


def _parse(source: str) -> ast.Module:
    text = to_python(source)
    with _parsing:
        return ast.parse(text)


def _parsed(source: str) -> ast.Module | None:
    try:
        return _parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@functools.lru_cache(maxsize=4096)
def _pieces(source: str) -> tuple[str, ...]:
    """Return a cell and the code in its magics: of `%%time` its cell, of `!ls {folder}` the name of the folder."""
    pieces: list[str] = []
    left = [source]
    while left and len(pieces) < PIECES:
        pieces.append(left.pop())
        if "%" in pieces[-1] or "!" in pieces[-1] or "get_ipython" in pieces[-1]:
            left += _inner_code(pieces[-1])
    return tuple(pieces)


def _inner_code(source: str) -> Iterator[str]:
    tree = _parsed(source)
    for node in ast.walk(tree) if tree else ():
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        kind = node.func.attr
        if kind in ("system", "getoutput", "run_line_magic", "run_cell_magic") and texts:
            yield from (inner or name for text in texts for inner, name in EXPANDED.findall(text))
        if kind == "run_line_magic" and len(texts) == 2 and texts[0] in CODE_MAGICS:
            yield OPTIONS.sub("", texts[1], count=1)
        if kind == "run_cell_magic" and len(texts) == 3 and texts[0] not in OTHER_LANGUAGES:
            yield OPTIONS.sub("", texts[1], count=1)
            yield texts[2]


@functools.lru_cache(maxsize=4096)
def imports(source: str) -> tuple[str, ...]:
    """Return the import statements of a cell outside functions and blocks."""
    tree = _parsed(source)
    body = tree.body if tree else []
    return tuple(ast.unparse(node) for node in body if isinstance(node, (ast.Import, ast.ImportFrom)))


@functools.lru_cache(maxsize=4096)
def declares(source: str) -> frozenset[str]:
    """Return the names that a cell imports or defines as functions and classes, outside functions."""
    tree = _parsed(source)
    names: set[str] = set()
    for node in tree.body if tree else []:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
    return frozenset(names)


def changes_in_functions(source: str) -> frozenset[str]:
    """Return the global names whose object a cell changes in place, also inside its functions."""
    return changes(source, inside=True) & uses(source)


@functools.lru_cache(maxsize=4096)
def changes(source: str, inside: bool = False) -> frozenset[str]:
    """Return the names whose object a cell changes in place outside functions, as in `x.append(1)` and `x[0] = 1`.

    With `inside`, functions count too. Then some of the names may be local.
    """
    try:
        tree = _parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    names: set[str] = set()
    left: list[ast.AST] = list(tree.body)
    while left:
        node = left.pop()
        if not inside and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            continue
        left += ast.iter_child_nodes(node)
        changed: ast.AST = node
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
            changed = node.func.value
        elif not isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)) or isinstance(node, ast.Name):
            continue
        while isinstance(changed, (ast.Attribute, ast.Subscript)):
            changed = changed.value
        if isinstance(changed, ast.Name):
            names.add(changed.id)
    return frozenset(names)


@functools.lru_cache(maxsize=4096)
def names_in_texts(source: str) -> frozenset[str]:
    """Return the names in the texts of a cell that finds names by text, as in `eval("x + 1")` or `"x" in globals()`."""
    if not uses(source) & BY_TEXT:
        return frozenset()
    try:
        nodes = list(ast.walk(_parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return frozenset(name for text in texts for name in WORD.findall(text) if not keyword.iskeyword(name))


def global_names(code: types.CodeType) -> frozenset[str]:
    """Return the global names that compiled code reads."""
    return _named(code, ("LOAD_NAME", "LOAD_GLOBAL"))


@functools.lru_cache(maxsize=4096)
def _named(code: types.CodeType, operations: tuple[str, ...]) -> frozenset[str]:
    names = {step.argval for step in dis.get_instructions(code) if step.opname in operations}
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            if operations[0] == "STORE_NAME":
                names |= _named(inner, ("STORE_GLOBAL",))
            else:
                names |= _named(inner, operations)
    return frozenset(names)


@functools.lru_cache(maxsize=1024)
def reached(source: str, given: tuple[str, ...]) -> frozenset[str]:
    """Return the global names that a cell reads, itself or through functions and classes of the `given` cells."""
    names: set[str] = set()
    left = list(uses(source))
    while left:
        name = left.pop()
        if name not in names:
            names.add(name)
            left += [inner for cell in given for inner in _inside(cell).get(name, ())]
    return frozenset(names)


@functools.lru_cache(maxsize=1024)
def _inside(source: str) -> dict[str, frozenset[str]]:
    """Return the global names that the code of each function and class in a cell reads."""
    code = compiled(source)
    bodies = [const for const in code.co_consts if isinstance(const, types.CodeType)] if code else []
    return {body.co_name: global_names(body) for body in bodies}


def needed(wanted: Iterable[str], optional: list[str], bound: Iterable[str], known: Callable[[str], bool]) -> set[int]:
    """Return which of the `optional` cells must run so that the `wanted` names have a value.

    `bound` has the names that other cells bind, and `known` recognizes names that need no cell.
    """
    have = set(bound)
    chosen: set[int] = set()
    missing = {name for name in wanted if name not in have and not known(name)}
    while missing:
        more = {k for k, cell in enumerate(optional) if k not in chosen and binds(cell) & missing}
        chosen |= more
        have |= missing
        for k in more:
            have |= binds(optional[k])
        missing = {name for k in more for name in uses(optional[k]) if name not in have and not known(name)}
    return chosen
