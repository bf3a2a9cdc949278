"""The assignments of a course, their notebooks, and the exercises in them.

It reads `source/` and recognizes the parts of a notebook by nbgrader's metadata. It runs nothing and writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_solution

from autograder.engine.errors import AutograderError
from autograder.engine.grading.handed_in import is_ignored
from autograder.engine.notebook.markers import grading, is_check, is_demo
from autograder.engine.notebook.regions import hidden_region

IGNORED = tuple(CourseDirectory.ignore.default())
"""Patterns of files that belong to no assignment, unless `CourseDirectory.ignore` names others."""

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
class SourceNotebook:
    """One notebook of an assignment, as its authors wrote it.

    Attributes:
        assignment: the name of the assignment.
        path: the path of the file.
        notebook: its content.
        alone: whether the assignment has no other notebook.
    """

    assignment: str
    path: Path
    notebook: NotebookNode
    alone: bool = True

    @property
    def name(self) -> str:
        """The notebook's name without its ending, by which the gradebook knows it."""
        return self.path.stem

    @property
    def title(self) -> str:
        """The name for people: the one of the assignment and, if it has several notebooks, that of the notebook."""
        return self.assignment if self.alone else f"{self.assignment}/{self.name}"

    @property
    def exercises(self) -> dict[str, Exercise]:
        """The exercises in their order, by name.

        A check belongs to the exercise that its grade_id begins with. Courses that name checks in another way put them
        below the solution cell.

        Raises:
            CourseError: there is no solution cell above a check.
        """
        found: dict[str, Exercise] = {}
        for cell in self.notebook.cells:
            if is_solution(cell):
                name = grading(cell)["grade_id"]
                found[name] = Exercise(name, cell)
            elif is_check(cell):
                check = grading(cell)["grade_id"]
                name = exercise_of(check)
                if name not in found and not found:
                    raise CourseError(f"{self.path}, cell {check}: there is no solution cell {name} above this check")
                found[name if name in found else next(reversed(found))].checks.append(cell)
        return found


@dataclass
class Assignment:
    """One folder of `source/` with its notebooks.

    Grading, recording and reporting work with `notebooks`. Commands for authors work with the one notebook of this
    course's assignments, and raise a CourseError for an assignment that has several.

    Attributes:
        name: the name of the assignment.
        notebooks: its notebooks in the order of their names, at least one.
        ignore: patterns of files and folders that do not belong to it.
    """

    name: str
    notebooks: list[SourceNotebook]
    ignore: Sequence[str] = IGNORED

    @property
    def folder(self) -> Path:
        """The folder of its notebooks."""
        return self.notebooks[0].path.parent

    @property
    def only(self) -> SourceNotebook:
        """Its one notebook.

        Raises:
            CourseError: it has several.
        """
        if len(self.notebooks) != 1:
            names = ", ".join(each.path.name for each in self.notebooks)
            raise CourseError(f"{self.folder}: this command works with one notebook for each assignment, not {names}.")
        return self.notebooks[0]

    @property
    def path(self) -> Path:
        """The path of its one notebook. Raises as `only` does."""
        return self.only.path

    @property
    def notebook(self) -> NotebookNode:
        """The content of its one notebook. Raises as `only` does."""
        return self.only.notebook

    @property
    def notebook_name(self) -> str:
        """The name of its one notebook; in this course, the folder's name without the number. Raises as `only` does."""
        return self.only.name

    @property
    def exercises(self) -> dict[str, Exercise]:
        """The exercises of its one notebook.

        Raises:
            CourseError: it has several notebooks, or the grade_id of a check does not start with the name of the
                exercise above it and a hyphen.
        """
        found = self.only.exercises
        for name, exercise in found.items():
            for check in (grading(cell)["grade_id"] for cell in exercise.checks):
                if exercise_of(check) != name:
                    wanted = exercise_of(check)
                    raise CourseError(f"{self.path}, cell {check}: there is no solution cell {wanted} above this check")
        return found


def exercise_of(check: str) -> str:
    """Return the name of the exercise that a check belongs to: the check's grade_id up to the first hyphen."""
    return check.partition("-")[0]


def assignment_names(tree: Path) -> list[str]:
    """Return the names of the assignments in a folder such as `source/`, in their order."""
    return sorted({path.parent.name for path in tree.glob("*/*.ipynb") if not path.parent.name.startswith(".")})


def find_notebooks(folder: Path, pattern: str = "*") -> list[Path]:
    """Return the notebooks of an assignment's folder whose name without its ending fits the pattern, in their order."""
    return sorted(p for p in folder.glob("*.ipynb") if fnmatchcase(p.stem, pattern) and not p.name.startswith("."))


def read_assignment(name: str, tree: Path) -> Assignment:
    """Return an assignment as it is in a folder such as `source/` or `release/`.

    Raises:
        CourseError: there is no such assignment, or a notebook of it cannot be read.
    """
    return read_assignment_in(tree / name, name, known=assignment_names(tree))


def read_assignment_in(
    folder: Path, name: str, pattern: str = "*", ignore: Sequence[str] = IGNORED, known: Sequence[str] = ()
) -> Assignment:
    """Return the assignment in a folder.

    Args:
        folder: the folder of its notebooks.
        name: the name of the assignment.
        pattern: the pattern of the names of its notebooks, without their ending.
        ignore: patterns of files and folders that do not belong to it.
        known: the names of all assignments, for the message.

    Raises:
        CourseError: there is no notebook, or one cannot be read.
    """
    paths = find_notebooks(folder, pattern)
    if not paths:
        raise CourseError(f"{name}: {folder} has no notebook. Known assignments: {', '.join(known) or 'none'}")
    return Assignment(name, [SourceNotebook(name, path, _read(path), len(paths) == 1) for path in paths], ignore)


def _read(path: Path) -> NotebookNode:
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise CourseError(f"{path}: this is not a readable notebook ({error})") from error


def files_beside(assignment: Assignment, largest: int | None = None) -> dict[str, bytes]:
    """Return the files beside the source notebooks by relative name, without those of more than `largest` bytes."""
    folder = assignment.folder
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".ipynb"]
    names = {path: path.relative_to(folder) for path in paths}
    wanted = [path for path in paths if not is_ignored(names[path], assignment.ignore)]
    small = [path for path in wanted if largest is None or path.stat().st_size <= largest]
    return {names[path].as_posix(): _content(path) for path in small}


def _content(path: Path) -> bytes:
    """Return the content of a file. On Windows, Git writes a link as a text file that names the target."""
    content = path.read_bytes()
    if content.startswith(b"../") and len(content) < 200 and b"\n" not in content:
        target = path.parent / content.decode("utf-8", "replace")
        return target.read_bytes() if target.is_file() else content
    return content
