"""Says what of a submission runs where: which cells in the student's process, which in the examiner's, which nowhere.

Reads two notebooks, the submission and the source; runs nothing.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_locked, is_solution

from autograder.engine.notebook.cell_names import binds, imports, needed, reached, uses

DEMO = "demo"
AUTOTEST = "AUTOTEST"
"""Marks a check that nbgrader wrote out when the assignment was generated; its gradebook has put it back."""


@dataclass
class Step:
    """What is to be done with one cell of a submission.

    `run` is `student`, `check` or `skip`. Before a check the examiner runs the cells in `given`, which no check
    before it needed, and `names` are those that the check reaches or binds. `timeout` is the author's limit in
    seconds, where the cell has one.
    """

    index: int
    run: str
    source: str = ""
    timeout: float | None = None
    given: list[tuple[str, str]] = field(default_factory=list)
    names: frozenset[str] = frozenset()


@dataclass
class Plan:
    """The steps for each cell of a submission, and the names that the student is to define."""

    steps: list[Step]
    solutions: list[str]


def make_plan(nb: NotebookNode, source: NotebookNode | None = None) -> Plan:
    """The plan for a submission whose cells have their grade ids.

    Without the source notebook, the checks are those that nbgrader put back from its gradebook, and the given
    cells those that are locked, which it put back as well.
    """
    trusted = source if source is not None else nb
    positions = {_key(cell): k for k, cell in enumerate(trusted.cells)}
    given = _given_cells(trusted, own=source is None)
    solutions = [cell.source for cell in trusted.cells if cell.cell_type == "code" and is_solution(cell)]
    imported = [line for text in solutions for line in imports(text)]
    fixed = {name for _, _, text in given for name in binds(text)} | {n for line in imported for n in binds(line)}
    theirs = {name for text in solutions for name in binds(text)} - fixed
    texts = tuple(text for _, _, text in given)
    steps = []
    left = list(given)
    for index, cell in enumerate(nb.cells):
        position = positions.get(_key(cell))
        twin = trusted.cells[position] if position is not None else None
        step = Step(index, _where(cell, twin), cell.source, _timeout(twin))
        if step.run == "check" and twin is not None and position is not None:
            step.source = cell.source if AUTOTEST in twin.source else twin.source
            step.given = [(key, text) for at, key, text in left if at < position]
            left = [each for each in left if each[0] >= position]
            step.names = reached(step.source, texts) | binds(step.source) & theirs
        steps.append(step)
    if source is not None:
        _skip_demonstrations(nb, source, steps)
    if imported:
        given_first = next((step for step in steps if step.run == "check"), None)
        if given_first:
            given_first.given += [("imports", line) for line in dict.fromkeys(imported)]
    return Plan(steps, sorted(theirs))


def _key(cell: NotebookNode) -> tuple[str, Any]:
    grading = cell.metadata.get("nbgrader", {})
    if isinstance(grading, dict) and grading.get("grade_id") and _has_role(cell):
        return "grade_id", grading["grade_id"]
    return "id", cell.get("id")


def _has_role(cell: NotebookNode) -> bool:
    return is_grade(cell) or is_solution(cell) or is_locked(cell)


def _where(cell: NotebookNode, twin: NotebookNode | None) -> str:
    if cell.cell_type != "code" or not cell.source.strip():
        return "skip"
    graded = twin if twin is not None and twin.cell_type == "code" else cell
    return "check" if is_grade(graded) and not is_solution(graded) and is_grade(cell) else "student"


def _timeout(cell: NotebookNode | None) -> float | None:
    limits = cell.metadata.get("autograder", {}) if cell is not None else {}
    seconds = limits.get("timeout") if isinstance(limits, dict) else None
    return float(seconds) if isinstance(seconds, (int, float)) and seconds > 0 else None


def _given_cells(nb: NotebookNode, own: bool) -> list[tuple[int, str, str]]:
    """(position, name, source) of the code cells that are neither a solution, a check nor a demonstration."""
    return [
        (k, str(_key(cell)[1]), cell.source)
        for k, cell in enumerate(nb.cells)
        if cell.cell_type == "code"
        and not is_solution(cell)
        and not is_grade(cell)
        and not is_demo(cell)
        and (not own or is_locked(cell))
    ]


def is_demo(cell: NotebookNode) -> bool:
    """Whether the author marked a cell as a demonstration, on which no check depends."""
    tags = cell.metadata.get("tags", [])
    return isinstance(tags, list) and DEMO in tags


def _skip_demonstrations(nb: NotebookNode, source: NotebookNode, steps: list[Step]) -> None:
    """Let demonstrations run only where the student's own code uses a name that they bind."""
    demos = {_key(cell) for cell in source.cells if is_demo(cell)}
    optional = [step for step in steps if step.run == "student" and _key(nb.cells[step.index]) in demos]
    others = [step for step in steps if step.run == "student" and step not in optional]
    wanted = {name for step in others for name in uses(step.source)}
    bound = {name for step in others for name in binds(step.source)}
    chosen = needed(wanted, [step.source for step in optional], bound, lambda name: hasattr(builtins, name))
    for k, step in enumerate(optional):
        if k not in chosen:
            step.run = "skip"
