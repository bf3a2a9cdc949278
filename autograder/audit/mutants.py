"""Mutants of the reference solutions: each has one small mechanical change that a hidden check should catch.

The operators come from Cosmic Ray, plus three of our own. Survivors that compute the same as the reference are
listed with their reasons in `answers/<assignment>/equivalent.toml`.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from autograder.course.assignment import CourseError, Exercise
from autograder.engine.notebook.regions import solution_region

ARITHMETIC = {"Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow"}
NEEDS_ARGUMENTS = {"core/VariableReplacer", "core/VariableInserter"}


@dataclass(frozen=True)
class Mutant:
    """A reference solution with one change. `before` and `after` are the changed lines, stripped."""

    exercise: str
    operator: str
    source: str
    before: str
    after: str

    @property
    def change(self) -> tuple[str, str, str]:
        """The key of the mutant in a list of equivalent mutants."""
        return self.exercise, self.before, self.after


def mutants_of(exercise: Exercise) -> list[Mutant]:
    """Return all mutants of an exercise's reference solution that parse, without duplicates."""
    source = exercise.solution.source
    seen = {_normal(source)}
    mutants = []
    for operator, mutated in [*_library_mutants(source), *_own_mutants(source)]:
        program = _normal(mutated)
        if program and program not in seen:
            seen.add(program)
            mutants.append(Mutant(exercise.name, operator, mutated, *_difference(source, mutated)))
    return mutants


def read_equivalent(assignment: str, folder: Path) -> dict[tuple[str, str, str], str]:
    """Return the mutants of an assignment that compute the same as the reference: change → the reason why.

    Raises:
        CourseError: the list is not valid TOML, or an entry lacks exercise, before, after or reason.
    """
    path = folder / assignment / "equivalent.toml"
    if not path.exists():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
        return {(e["exercise"], e["before"], e["after"]): e["reason"] for e in entries}
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise CourseError(f"{path}: each [[equivalent]] needs exercise, before, after and reason ({error})") from error


def _library_mutants(source: str) -> Iterator[tuple[str, str]]:
    start, end = _region(source)
    for name in _operators():
        operator = get_operator(name)()
        for occurrence in count():
            mutated = mutate_code(source, operator, occurrence)
            if mutated is None:
                break
            if _changes_only(source, mutated, start, end):
                yield name.partition("/")[2], mutated


def _operators() -> list[str]:
    """Cosmic Ray's operators, except those whose mutants of array arithmetic can only raise a TypeError."""
    chosen = []
    for name in sorted(operator_names()):
        parts = name.split("_")
        if name in NEEDS_ARGUMENTS or (len(parts) == 3 and "Binary" in name and not set(parts[1:]) <= ARITHMETIC):
            continue
        chosen.append(name)
    return chosen


def _region(source: str) -> tuple[int, int]:
    """First and last line (from 0) of what the student writes."""
    match = solution_region().search(source)
    if not match:
        return 0, source.count("\n")
    return source[: match.start(1)].count("\n"), source[: match.end(1)].count("\n") - 1


def _changes_only(source: str, mutated: str, start: int, end: int) -> bool:
    before, after = source.splitlines(), mutated.splitlines()
    return before[:start] == after[:start] and before[end + 1 :] == after[len(after) - (len(before) - end - 1) :]


def _own_mutants(source: str) -> Iterator[tuple[str, str]]:
    """Mutants by our operators, as unparsed programs of the same function."""
    for operator in (remove_statement, swap_arguments, change_axis):
        yield from ((operator.__name__, mutated) for mutated in operator(source))


def remove_statement(source: str) -> Iterator[str]:
    """Yield the program without one statement. Docstrings, imports and definitions stay."""
    blocks = [
        (number, name)
        for number, node in enumerate(ast.walk(ast.parse(source)))
        for name in ("body", "orelse")
        if isinstance(getattr(node, name, None), list) and not isinstance(node, ast.Module)
    ]
    for number, name in blocks:
        for index in count():
            tree = ast.parse(source)
            block = getattr(list(ast.walk(tree))[number], name)
            if index >= len(block):
                break
            if not isinstance(block[index], (ast.Import, ast.ImportFrom, ast.FunctionDef)) and not _is_text(
                block[index]
            ):
                block[index] = ast.Pass()
                yield ast.unparse(tree)


def swap_arguments(source: str) -> Iterator[str]:
    """Yield the program with two neighbouring positional arguments of one call exchanged."""

    def swapped(node: ast.AST) -> Iterator[None]:
        if isinstance(node, ast.Call):
            for k in range(len(node.args) - 1):
                node.args[k], node.args[k + 1] = node.args[k + 1], node.args[k]
                yield
                node.args[k], node.args[k + 1] = node.args[k + 1], node.args[k]

    yield from _each_change(source, swapped)


def change_axis(source: str) -> Iterator[str]:
    """Yield the program with a different axis in one `axis=` argument or one `.shape[…]`."""

    def shifted(node: ast.AST) -> Iterator[None]:
        holder: ast.AST | None = None
        if isinstance(node, ast.keyword) and node.arg == "axis":
            holder, name = node, "value"
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
            holder, name = node, "slice"
        if holder is not None and isinstance(axis := _integer(getattr(holder, name)), int):
            old = getattr(holder, name)
            for other in [number for number in (0, 1, 2, -1) if number != axis]:
                setattr(holder, name, ast.parse(str(other), mode="eval").body)
                yield
            setattr(holder, name, old)

    yield from _each_change(source, shifted)


def _each_change(source: str, changes: Callable[[ast.AST], Iterator[None]]) -> Iterator[str]:
    tree = ast.parse(source)
    for node in list(ast.walk(tree)):
        for _ in changes(node):
            yield ast.unparse(tree)


def _integer(node: ast.AST) -> int | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, int) else None


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _normal(source: str) -> str:
    """Return the program as the parser sees it; empty if it does not parse."""
    try:
        return ast.unparse(ast.parse(source))
    except SyntaxError:
        return ""


def _difference(source: str, mutated: str) -> tuple[str, str]:
    """Return the lines that differ between two programs, as the parser writes them."""
    before, after = _normal(source).splitlines(), _normal(mutated).splitlines()
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    first, second = ("\n".join(line.strip() for line in lines) for lines in (before, after))
    return re.sub(r"\s*\n\s*", "; ", first), re.sub(r"\s*\n\s*", "; ", second)
