"""The marks in the cells of an nbgrader notebook: roles, names and demonstrations.

nbgrader has the same predicates, but importing any part of it imports all of it, with its database, which takes most of
a second. The process that reads submissions should not pay for that.
"""

from __future__ import annotations

from enum import Enum

from nbformat import NotebookNode

from autograder.engine.notebook.regions import hidden_region

DEMO = "demo"
"""Tag of a worked cell on which no check depends."""
AUTOTEST = "AUTOTEST"
"""Marks a check that nbgrader wrote out when the assignment was generated."""


class Role(Enum):
    """The author and the purpose of a cell."""

    SOLUTION = "solution"
    CHECK = "check"
    GIVEN = "given"
    FREE = "free"


def role_of(cell: NotebookNode) -> Role:
    """Return the role of a cell. A cell that nbgrader does not know is free."""
    if is_solution(cell) or is_task(cell):
        return Role.SOLUTION
    if is_grade(cell):
        return Role.CHECK
    return Role.GIVEN if is_locked(cell) else Role.FREE


def grading(cell: NotebookNode) -> dict:
    """Return nbgrader's metadata of a cell, which are empty for a cell that nbgrader does not know."""
    about = cell.metadata.get("nbgrader", {})
    return about if isinstance(about, dict) else {}


def is_solution(cell: NotebookNode) -> bool:
    """Return whether students write the cell."""
    return bool(grading(cell).get("solution", False))


def is_grade(cell: NotebookNode) -> bool:
    """Return whether the cell has points, by a check or by hand."""
    return bool(grading(cell).get("grade", False))


def is_task(cell: NotebookNode) -> bool:
    """Return whether the cell is a task, which students answer anywhere and a person grades."""
    return bool(grading(cell).get("task", False))


def is_locked(cell: NotebookNode) -> bool:
    """Return whether nbgrader puts the text of the source back into the cell."""
    if is_solution(cell):
        return False
    return is_grade(cell) or bool(grading(cell).get("locked", False))


def grade_id(cell: NotebookNode) -> str:
    """Return the grade id of a cell, or an empty text."""
    return grading(cell).get("grade_id", "")


def name_of(cell: NotebookNode) -> str:
    """Return the name that people see for a cell: its grade id, else its id."""
    return grade_id(cell) or cell.get("id", "")


def is_check(cell: NotebookNode) -> bool:
    """Return whether the cell is a check, visible or hidden."""
    return is_grade(cell) and not is_solution(cell)


def is_demo(cell: NotebookNode) -> bool:
    """Return whether the author marked the cell as a demonstration, on which no check depends."""
    tags = cell.metadata.get("tags", [])
    return isinstance(tags, list) and DEMO in tags


def visible_text(cell: NotebookNode) -> str:
    """Return the text of a source cell without its hidden region; for all but solutions, this is what students get."""
    return hidden_region().sub("", cell.source).strip()
