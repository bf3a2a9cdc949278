"""Finds marks in source notebooks with which students would get hidden tests, or which nbgrader refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution, is_task

from autograder.course.assignment import Assignment, CourseError
from autograder.engine.notebook.markers import name_of
from autograder.engine.notebook.regions import marks_in_use

ALMOST = re.compile(r"^\W*(begin|end)\W*(hidden\W*tests?|solutions?|mark\W*scheme)\W*$", re.I)
"""A line that looks like a mark of nbgrader."""


def refuse_faulty_marks(assignments: list[Assignment]) -> None:
    """Refuse source notebooks with faulty marks, because students could get what they must not see.

    Raises:
        CourseError: there are such marks; the message has a line for each, with file, cell and remedy.
    """
    if faults := [line for assignment in assignments for line in faulty_marks(assignment)]:
        raise CourseError("\n".join(faults))


def faulty_marks(assignment: Assignment) -> list[str]:
    """Return a line for each mark that nbgrader would not read as its author meant it."""
    return [
        f"{assignment.path}, cell {name_of(cell)}, line {line}: {fault}"
        for cell in assignment.notebook.cells
        for line, fault in sorted(_faults(cell))
    ]


def _faults(cell: NotebookNode) -> Iterator[tuple[int, str]]:
    marks = marks_in_use()
    lines = cell.source.split("\n")
    kinds = [
        (marks.begin_hidden, marks.end_hidden, is_grade(cell), "Autograder tests"),
        (marks.begin_solution, marks.end_solution, is_solution(cell), "an answer"),
        (marks.begin_scheme, marks.end_scheme, is_task(cell), "a manually graded task"),
    ]
    for begin, end, fits, type_of_cell in kinds:
        yield from _unbalanced(lines, begin, end)
        found = [number for number, line in enumerate(lines, 1) if begin in line]
        if found and not fits:
            yield (
                found[0],
                f"{begin!r} is for cells of the type {type_of_cell} only. Change the type or the mark.",
            )
    known = [mark for begin, end, *_ in kinds for mark in (begin, end)]
    for number, line in enumerate(lines, 1):
        if ALMOST.match(line) and not any(mark in line for mark in known):
            yield (
                number,
                f"{line.strip()!r} looks like a mark, but nbgrader does not read it as one, so students would get the "
                f"lines around it. The marks are {', '.join(map(repr, known))}.",
            )


def _unbalanced(lines: list[str], begin: str, end: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with a mark that has no partner. A line is read as nbgrader reads it, the first mark first."""
    opened = 0
    for number, line in enumerate(lines, 1):
        if begin in line:
            if opened:
                yield number, f"{begin!r} is already in line {opened}. Write {end!r} in between."
            opened = number
        elif end in line:
            if not opened:
                yield number, f"{end!r} has no {begin!r} above it, so students would get the lines above. Write one."
            opened = 0
    if opened:
        yield opened, f"{begin!r} has no {end!r} below it. Write one."
