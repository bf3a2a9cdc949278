"""Finds the global names that a cell uses and binds. It reads the code and runs nothing."""

from __future__ import annotations

import ast
import dis
import functools
import keyword
import re
import types
from collections.abc import Callable, Iterable

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


@functools.lru_cache(maxsize=4096)
def compiled(source: str) -> types.CodeType | None:
    """Return the code of a cell, magics included, or None if it is not valid."""
    try:
        return compile(to_python(source), "<cell>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@functools.lru_cache(maxsize=4096)
def uses(source: str) -> frozenset[str]:
    """Return the global names that a cell reads, itself or in functions that it defines."""
    code = compiled(source)
    return global_names(code) if code else frozenset()


@functools.lru_cache(maxsize=4096)
def binds(source: str) -> frozenset[str]:
    """Return the global names to which a cell gives a value."""
    code = compiled(source)
    return _named(code, ("STORE_NAME", "STORE_GLOBAL")) if code else frozenset()


@functools.lru_cache(maxsize=4096)
def imports(source: str) -> tuple[str, ...]:
    """Return the import statements of a cell outside functions and blocks."""
    try:
        tree = ast.parse(to_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(ast.unparse(node) for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom)))


@functools.lru_cache(maxsize=4096)
def declares(source: str) -> frozenset[str]:
    """Return the names that a cell imports or defines as functions and classes, outside functions."""
    try:
        tree = ast.parse(to_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
    return frozenset(names)


@functools.lru_cache(maxsize=4096)
def changes(source: str) -> frozenset[str]:
    """Return the names whose object a cell changes in place outside functions, as in `x.append(1)` and `x[0] = 1`."""
    try:
        tree = ast.parse(to_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    names: set[str] = set()
    left: list[ast.AST] = list(tree.body)
    while left:
        node = left.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
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
        nodes = list(ast.walk(ast.parse(to_python(source))))
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
