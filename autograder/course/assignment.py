"""What the course consists of: its assignments, their notebooks, and the exercises in them.

Reads `source/` and tells the parts of a notebook apart by nbgrader's metadata; it runs nothing and writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_solution

from autograder.engine.errors import AutograderError
from autograder.engine.notebook.markers import HIDDEN, grading, is_check, is_demo
from autograder.engine.notebook.markers import SOLUTION as SOLUTION

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "source"
RELEASE = ROOT / "release"
SOLUTIONS = ROOT / "solutions"
ANSWERS = ROOT / "answers"

NOT_WRITTEN = "Not written yet"
"""How the message of a check begins that finds its exercise not solved."""


class CourseError(AutograderError):
    """Something in the course's own files is not as it should be; the message names file, cell and remedy."""


def is_hidden_check(cell: NotebookNode) -> bool:
    """Whether the cell is a check whose body students do not get."""
    return is_check(cell) and HIDDEN.search(cell.source) is not None


def is_given(cell: NotebookNode) -> bool:
    """Whether the cell is code that stands in every copy and that solutions and checks may use."""
    return cell.cell_type == "code" and not (is_solution(cell) or is_check(cell) or is_demo(cell))


@dataclass
class Exercise:
    """One thing to write: its solution cell and the checks on it. `name` is the solution cell's grade_id."""

    name: str
    solution: NotebookNode
    checks: list[NotebookNode] = field(default_factory=list)

    @property
    def hidden(self) -> list[NotebookNode]:
        """The checks that carry the points."""
        return [cell for cell in self.checks if is_hidden_check(cell)]

    @property
    def points(self) -> float:
        """What the exercise is worth."""
        return sum(grading(cell)["points"] for cell in self.checks)

    @property
    def is_prediction(self) -> bool:
        """Whether it asks for a prediction rather than for code."""
        return self.name.startswith("predict_")


@dataclass
class Assignment:
    """One folder of `source/` with its one notebook."""

    name: str
    path: Path
    notebook: NotebookNode

    @property
    def notebook_name(self) -> str:
        """The notebook's name without its ending: the folder's without the number."""
        return self.path.stem

    @property
    def exercises(self) -> dict[str, Exercise]:
        """The exercises in their order, by name.

        Raises:
            CourseError: a check whose grade_id does not begin with an exercise's name and a hyphen.
        """
        found: dict[str, Exercise] = {}
        for cell in self.notebook.cells:
            if is_solution(cell):
                name = grading(cell)["grade_id"]
                found[name] = Exercise(name, cell)
            elif is_check(cell):
                check = grading(cell)["grade_id"]
                name = check.partition("-")[0]
                if name not in found:
                    raise CourseError(f"{self.path}, cell {check}: no solution cell {name} above this check")
                found[name].checks.append(cell)
        return found


def assignment_names(source: Path = SOURCE) -> list[str]:
    """The assignments in their order."""
    return sorted(path.parent.name for path in source.glob("*/*.ipynb"))


def read_assignment(name: str, source: Path = SOURCE) -> Assignment:
    """An assignment of the course.

    Raises:
        CourseError: there is no such folder, or not one notebook in it, or the notebook cannot be read.
    """
    notebooks = sorted((source / name).glob("*.ipynb"))
    if len(notebooks) != 1:
        known = ", ".join(assignment_names(source)) or "none"
        raise CourseError(
            f"{name}: {len(notebooks)} notebooks in {source / name}, expected one. Known assignments: {known}"
        )
    try:
        notebook = nbformat.read(notebooks[0], as_version=4)
    except Exception as error:
        raise CourseError(f"{notebooks[0]}: not a readable notebook ({error})") from error
    return Assignment(name, notebooks[0], notebook)


def files_beside(assignment: Assignment, largest: int | None = None) -> dict[str, bytes]:
    """The files beside a source notebook, such as data, by relative name; those of more than `largest` bytes not."""
    folder = assignment.path.parent
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in (".ipynb", ".pyc")]
    small = [path for path in paths if largest is None or path.stat().st_size <= largest]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in small}
