"""The assignments of a course, their notebooks, and the exercises in them.

It reads `source/` and recognizes the parts of a notebook by nbgrader's metadata. It runs nothing and writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_solution

from autograder.engine.errors import AutograderError
from autograder.engine.notebook.markers import grading, is_check, is_demo
from autograder.engine.notebook.regions import hidden_region

NOT_WRITTEN = "Not written yet"
"""The start of a check's message if its exercise has not been solved yet."""


class CourseError(AutograderError):
    """Something is wrong in the course's own files. The message names file, cell and remedy."""


def is_hidden_check(cell: NotebookNode) -> bool:
    """Whether the cell is a hidden check, whose body students do not get."""
    return is_check(cell) and hidden_region().search(cell.source) is not None


def is_given(cell: NotebookNode) -> bool:
    """Whether the cell is code that is in every copy and that solutions and checks may use."""
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
        """The points that the exercise is worth."""
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
        """The notebook's name without its ending, which is the folder's name without the number."""
        return self.path.stem

    @property
    def exercises(self) -> dict[str, Exercise]:
        """The exercises in their order, by name.

        Raises:
            CourseError: the grade_id of a check does not start with an exercise's name and a hyphen.
        """
        found: dict[str, Exercise] = {}
        for cell in self.notebook.cells:
            if is_solution(cell):
                name = grading(cell)["grade_id"]
                found[name] = Exercise(name, cell)
            elif is_check(cell):
                check = grading(cell)["grade_id"]
                name = exercise_of(check)
                if name not in found:
                    raise CourseError(f"{self.path}, cell {check}: there is no solution cell {name} above this check")
                found[name].checks.append(cell)
        return found


def exercise_of(check: str) -> str:
    """Return the name of the exercise that a check belongs to: the check's grade_id up to the first hyphen."""
    return check.partition("-")[0]


def assignment_names(tree: Path) -> list[str]:
    """Return the names of the assignments in a folder such as `source/`, in their order."""
    return sorted(path.parent.name for path in tree.glob("*/*.ipynb"))


def find_notebook(name: str, tree: Path) -> Path:
    """Return the path of an assignment's notebook in a folder such as `source/`.

    Raises:
        CourseError: there is no such assignment, or it does not have exactly one notebook.
    """
    notebooks = sorted((tree / name).glob("*.ipynb"))
    if len(notebooks) != 1:
        names = ", ".join(assignment_names(tree)) or "none"
        raise CourseError(
            f"{name}: {tree / name} has {len(notebooks)} notebooks, but it must have one. Known assignments: {names}"
        )
    return notebooks[0]


def read_assignment(name: str, tree: Path) -> Assignment:
    """Return an assignment as it is in a folder such as `source/` or `release/`.

    Raises:
        CourseError: there is no such assignment, it does not have exactly one notebook, or that cannot be read.
    """
    path = find_notebook(name, tree)
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:
        raise CourseError(f"{path}: this is not a readable notebook ({error})") from error
    return Assignment(name, path, notebook)


def files_beside(assignment: Assignment, largest: int | None = None) -> dict[str, bytes]:
    """Return the files beside a source notebook by relative name, without those of more than `largest` bytes."""
    folder = assignment.path.parent
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in (".ipynb", ".pyc")]
    small = [path for path in paths if largest is None or path.stat().st_size <= largest]
    return {path.relative_to(folder).as_posix(): _content(path) for path in small}


def _content(path: Path) -> bytes:
    """Return the content of a file. On Windows, Git writes a link as a text file that names the target."""
    content = path.read_bytes()
    if content.startswith(b"../") and len(content) < 200 and b"\n" not in content:
        target = path.parent / content.decode("utf-8", "replace")
        return target.read_bytes() if target.is_file() else content
    return content
