"""Cuts the code of answers into short runs of tokens, by which submissions are compared.

The process that reads submissions does this, because the code may come from anyone. It passes on a number for each run.

Source. Runs of tokens as fingerprints: S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: local algorithms for
document fingerprinting", SIGMOD (2003). All runs are kept here, because answers are short.
"""

from __future__ import annotations

import ast
import functools
import hashlib
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Name, String, Text

SIZE = 6
"""Tokens per run."""
LONGEST = 20_000
"""Longest answer that is cut, in characters."""
MANY = 4000
"""Limit on the runs of an answer. An answer of this course has fewer than a tenth of that."""
ANSWERS = 1000
"""Limit on the answers of a submission."""
OWN = "·"
"""Replaces every name that the author chose."""


class AnswerRuns(Struct, array_like=True, forbid_unknown_fields=True):
    """What is compared of an answer.

    Attributes:
        written: whether its author wrote any code.
        runs: a number for each different run, the same number for equal runs.
        too_long: whether it has more than `MANY` runs, which are left out then.
    """

    written: bool
    runs: Annotated[list[int], Meta(max_length=MANY)] = []
    too_long: bool = False


class AnswersCut(Struct, forbid_unknown_fields=True):
    """The answers of a submission in the order in which they were asked for."""

    answers: Annotated[list[AnswerRuns], Meta(max_length=ANSWERS)]


def cut_answers(data: bytes) -> AnswersCut:
    """Return the runs of all answers of a submission; `data` is JSON, a list of pairs of code and stub."""
    try:
        return AnswersCut([cut(code, stub) for code, stub in msgspec.json.decode(data, type=list[tuple[str, str]])])
    finally:
        _lines.cache_clear()  # the process keeps nothing of a submission


def cut(code: str, stub: str) -> AnswerRuns:
    """Return the runs of an answer without the lines and comments of its stub."""
    tokens = own_tokens(code, stub)
    runs = fragments(tokens)
    return AnswerRuns(bool(tokens), too_long=True) if len(runs) > MANY else AnswerRuns(bool(tokens), sorted(runs))


def own_tokens(code: str, stub: str) -> list[str]:
    """Return the tokens that a cell's author wrote, without the stub's lines and comments; `OWN` replaces own names.

    Names in the stub, such as the names of arguments, and attributes stay unchanged.
    """
    lines = _lines(stub)
    stub_lines = {tuple(value for _, value in line) for line in lines}
    stub_names = {value for line in lines for kind, value in line if kind in Name}
    rest = [token for line in _lines(code) if tuple(value for _, value in line) not in stub_lines for token in line]
    chosen = _chosen(code, rest) - stub_names
    before = ["", *(value for _, value in rest)]
    return [
        OWN if kind in Name and value in chosen and previous != "." else value
        for (kind, value), previous in zip(rest, before, strict=False)
    ]


def fragments(tokens: list[str], size: int = SIZE) -> frozenset[int]:
    """Return a number for each run of `size` tokens. Shorter code has none, because it is often alike by chance."""
    return frozenset(_number(tokens[k : k + size]) for k in range(len(tokens) - size + 1))


def _number(run: list[str]) -> int:
    """Return the same number in every process for the same run; Python's own hash differs between processes."""
    text = "\0".join(run).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)


@functools.lru_cache(maxsize=2**12)
def _lines(code: str) -> tuple[tuple[tuple, ...], ...]:
    """Return the tokens of each line with their kinds. The lexer can also read code that does not compile."""
    lines: list[list[tuple]] = [[]]
    for kind, value in PythonLexer(ensurenl=True).get_tokens(code):
        if kind in Comment or kind in String.Doc:
            continue
        if "\n" in value and kind in Text:
            lines.append([])
        elif value.strip():
            lines[-1].append((kind, value.strip()))
    return tuple(tuple(line) for line in lines if line)


def _chosen(code: str, tokens: list[tuple]) -> set[str]:
    """Return the names that the code binds; if it is not plain Python, the names before `=` and after `for`."""
    try:
        # IPython's own syntax is not translated, because somebody can write text for which that takes very long
        return set(_bound(ast.parse(code)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    values = [value for _, value in tokens]
    named = [
        (value, before, after) for value, before, after in zip(values, ["", *values], [*values[1:], ""], strict=False)
    ]
    return {value for value, before, after in named if value.isidentifier() and (after == "=" or before == "for")}


def _bound(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.alias(asname=str(name)):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name):
                yield name.partition(".")[0]
            case ast.ExceptHandler(name=str(name)):
                yield name
