"""Decides where each cell of a submission runs: in the student process, in the checker process, or nowhere.

It reads two notebooks, the submission and the source, and runs nothing.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from nbformat import NotebookNode

from autograder.engine.notebook.cell_names import (
    binds,
    changes,
    changes_in_functions,
    declares,
    imports,
    mentions,
    names_in_texts,
    needed,
    reached,
    runs_other_code,
    trains,
    uses,
)
from autograder.engine.notebook.markers import (
    AUTOTEST,
    Role,
    grade_id,
    is_check,
    is_demo,
    is_grade,
    is_locked,
    is_solution,
    role_of,
)

Key = tuple[str, Any]
"""The key that a cell of the submission shares with the same cell of the source."""


class Place(Enum):
    """The process in which a cell runs, if any."""

    STUDENT = "student process"
    CHECKER = "checker process"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class GivenCell:
    """Code of the source that checks may use; `position` is its place in the source."""

    position: int
    name: str
    source: str


@dataclass
class Step:
    """How to treat one cell of a submission.

    Attributes:
        index: the cell's position in the submission.
        place: where it runs.
        source: the code to run.
        timeout: the author's limit in seconds, if the cell has one.
        given: cells that the checker process runs first, because this check is the first that needs them.
        names: global names that this check reads or binds.
        theirs: names of these that the student defines or changes.
        lent: names that this check or checks above define, and that a right solution uses.
    """

    index: int
    place: Place
    source: str = ""
    timeout: float | None = None
    given: list[GivenCell] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()
    lent: frozenset[str] = frozenset()


@dataclass
class Schedule:
    """The steps for the cells of a submission."""

    steps: list[Step]


def make_schedule(
    nb: NotebookNode, source: NotebookNode | None = None, skipped: frozenset[int] | None = None
) -> Schedule:
    """Return the schedule for a submission whose cells have their grade ids.

    Without the source notebook, the checks and the locked cells of the submission count as given, because nbgrader
    has put them back from its gradebook.

    `skipped` is the result of `skipped_demonstrations`. With it, this looks at no code of the student.
    """
    trusted = source if source is not None else nb
    given = _given_cells(trusted, only_locked=source is None)
    solutions = [cell.source for cell in trusted.cells if cell.cell_type == "code" and is_solution(cell)]
    texts = tuple(cell.source for cell in given)
    imported = list(dict.fromkeys(line for text in solutions for line in imports(text)))
    declared = frozenset(name for text in texts for name in declares(text))
    owners = _owners(trusted, given, _bound(imported), declared)
    used = frozenset(name for text in solutions for name in uses(text))
    reached_by_solutions = frozenset(name for text in solutions for name in reached(text, texts))
    given_names = _bound(list(texts)) - declared
    twins = _twins(trusted)
    steps = []
    defined: frozenset[str] = frozenset()  # by checks
    for index, cell in enumerate(nb.cells):
        position, twin = twins.get(_key(cell), (-1, None))
        step = Step(index, _place(cell, twin), cell.source, _timeout(twin))
        if step.place is Place.CHECKER and twin is not None:
            step.source = cell.source if AUTOTEST in twin.source else twin.source
            # a given object that the check changes in place has to be the one that the student's code uses
            theirs = owners[position] | changes(twin.source) & given_names & reached_by_solutions
            defined |= binds(step.source)
            names = reached(step.source, texts) | names_in_texts(step.source) & theirs
            # never from the student, even if the given cell fails, or a `check` that the student wrote would judge
            step.names = names - (declared - theirs) | binds(step.source) & theirs
            step.theirs = step.names & theirs
            step.lent = defined & used - theirs
            step.given = [cell for cell in given if cell.position < position]
            given = given[len(step.given) :]
        steps.append(step)
    if source is not None:
        for index in skipped_demonstrations(nb, source) if skipped is None else skipped:
            if steps[index].place is Place.STUDENT:
                steps[index].place = Place.NOWHERE
    _import_before_first_check(steps, imported)
    return Schedule(steps)


def _owners(
    trusted: NotebookNode, given: list[GivenCell], imported: frozenset[str], declared: frozenset[str]
) -> dict[int, frozenset[str]]:
    """Return for each cell of the source the names that the student has defined or changed above it.

    A name that both a given cell and a solution bind belongs to the one that comes later. Changing a module or a given
    function in place, as in `np.random.seed(1)`, does not make it the student's.
    """
    positions = {cell.position for cell in given}
    theirs: frozenset[str] = frozenset()
    # names that only solutions bind are the student's everywhere, because a student may move cells
    everywhere = _bound([cell.source for cell in trusted.cells if cell.cell_type == "code" and is_solution(cell)])
    everywhere -= _bound([cell.source for cell in given]) | imported
    owners = {}
    for position, cell in enumerate(trusted.cells):
        owners[position] = theirs | everywhere
        if position in positions:
            theirs -= binds(cell.source)
        elif cell.cell_type == "code" and is_solution(cell):
            theirs |= binds(cell.source) - imported | changes_in_functions(cell.source) - imported - declared
    return owners


def _import_before_first_check(steps: list[Step], imported: list[str]) -> None:
    """Make the checker process import what solution cells import, because a check may use it without an import."""
    first = next((step for step in steps if step.place is Place.CHECKER), None)
    if first is not None:
        first.given = [*first.given, *(GivenCell(-1, "imports", line) for line in imported)]


def _bound(texts: list[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in binds(text))


def _twins(notebook: NotebookNode) -> dict[Key, tuple[int, NotebookNode | None]]:
    return {_key(cell): (position, cell) for position, cell in enumerate(notebook.cells)}


def _key(cell: NotebookNode) -> Key:
    if grade_id(cell) and role_of(cell) is not Role.FREE:
        return "grade_id", grade_id(cell)
    return "id", cell.get("id")


def _place(cell: NotebookNode, twin: NotebookNode | None) -> Place:
    if cell.cell_type != "code" or not cell.source.strip():
        return Place.NOWHERE
    original = twin if twin is not None and twin.cell_type == "code" else cell
    return Place.CHECKER if is_check(original) and is_grade(cell) else Place.STUDENT


def _timeout(cell: NotebookNode | None) -> float | None:
    limits = cell.metadata.get("autograder", {}) if cell is not None else {}
    seconds = limits.get("timeout") if isinstance(limits, dict) else None
    return float(seconds) if isinstance(seconds, (int, float)) and seconds > 0 else None


def _given_cells(nb: NotebookNode, only_locked: bool) -> list[GivenCell]:
    """Return the code cells that are not a solution, a check or a demonstration."""
    return [
        GivenCell(position, str(_key(cell)[1] or f"“{cell.source.strip()[:40]}”"), cell.source)
        for position, cell in enumerate(nb.cells)
        if cell.cell_type == "code"
        and not (is_solution(cell) or is_grade(cell) or is_demo(cell))
        and (is_locked(cell) or not only_locked)
    ]


def skipped_demonstrations(nb: NotebookNode, source: NotebookNode) -> frozenset[int]:
    """Return the positions of demonstrations that need not run: the student's own code uses no name that they bind."""
    demos = {_key(cell) for cell in source.cells if is_demo(cell)}
    twins = _twins(source)
    places = [_place(cell, twins.get(_key(cell), (-1, None))[1]) for cell in nb.cells]
    run = [index for index, place in enumerate(places) if place is Place.STUDENT]
    optional = [index for index in run if _key(nb.cells[index]) in demos]
    others = [nb.cells[index].source for index in run if _key(nb.cells[index]) not in demos]
    given = {cell.source for cell in source.cells}
    written = [text for text in others if text not in given]
    chosen = _needed_demonstrations([nb.cells[index].source for index in optional], others, written)
    return frozenset(index for k, index in enumerate(optional) if k not in chosen)


def _needed_demonstrations(demos: list[str], others: list[str], written: list[str]) -> set[int]:
    """Return which demonstrations the other cells need; `written` are those of them that the student wrote.

    A word in a text may only look like the name of a variable, so no model is trained for it.
    """
    bound = _bound(others)
    chosen = needed({name for text in others for name in uses(text)}, demos, bound, _is_builtin)
    mentioned = _bound(demos) if runs_other_code(written) else mentions(written) & _bound(demos)
    for name in sorted(mentioned - bound):
        more = needed({name}, demos, bound, _is_builtin) - chosen
        if not any(trains(demos[k]) for k in more):
            chosen |= more
    return chosen


def _is_builtin(name: str) -> bool:
    return hasattr(builtins, name)
