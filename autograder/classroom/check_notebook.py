"""Checks one notebook in place, for someone who learns alone. It runs all checks and writes no file or gradebook."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.utils import is_solution

from autograder.classroom.one_kernel import grade_in_one_kernel
from autograder.course.assignment import Assignment, CourseError, SourceNotebook, files_beside
from autograder.course.course import Course, read_course
from autograder.course.course_file import course_root
from autograder.course.nbgrader_config import STUDENT_TIME_LIMIT, configured
from autograder.engine.errors import AutograderError
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import GradedNotebook
from autograder.engine.notebook.markers import grade_id, name_of
from autograder.engine.notebook.read import LARGEST, UnreadableError, read_notebook
from autograder.engine.notebook.recognize import recognize
from autograder.engine.notebook.restore import restore

LIMITS = Limits(cell_seconds=STUDENT_TIME_LIMIT)
ONLY_HERE = (
    "`autograder check` needs the hidden checks in source/. They are in the course's repository, but not in the "
    "hand-out for students."
)
log = logging.getLogger("autograder")


class CheckError(AutograderError):
    """A file cannot be checked; the message names it and says what to do."""


@dataclass(frozen=True)
class CheckedNotebook:
    """A graded notebook of a learner.

    Attributes:
        path: the path of the notebook.
        assignment: its assignment, as the authors wrote it.
        source: the notebook of the assignment that it is a copy of.
        graded: its points and messages.
        untouched: the exercises whose cells the learner has not changed.
    """

    path: Path
    assignment: Assignment
    source: SourceNotebook
    graded: GradedNotebook
    untouched: frozenset[str]


def course_to_check(root: Path | None) -> Course:
    """Return the course at `root`, by default the course of the current folder. It must have its `source/`.

    Raises:
        CourseError: there is no course, or it has no `source/`.
    """
    found = root or course_root(Path.cwd())
    if found is None:
        raise CourseError(
            f"{Path.cwd()}: this is not the course's repository, because no course.toml is here or in a folder above. "
            f"{ONLY_HERE} Change to the repository, or name it: `autograder --course-root DIR check NOTEBOOK`."
        )
    course = configured(read_course(found))
    if not course.assignment_names:
        raise CourseError(f"{course.source}: there is no notebook here. {ONLY_HERE} Get the whole repository again.")
    return course


def begun_notebooks(course: Course) -> tuple[list[Path], list[Path]]:
    """Return the notebooks in `lab/`: first those with an exercise that was started, then the others.

    Raises:
        CheckError: there are no notebooks.
    """
    folder = course.root / "lab"
    paths = sorted(path for path in folder.glob("*/*.ipynb") if not path.parent.name.startswith("."))
    if not paths:
        raise CheckError(f"{folder}: there is no notebook here. Run `make lab` first, or name a notebook to check.")
    begun = {path: _is_begun(path, course) for path in paths}
    return [path for path in paths if begun[path]], [path for path in paths if not begun[path]]


def _is_begun(path: Path, course: Course) -> bool:
    try:
        nb = _read(path)
        _, source = find_source(path, nb, course)
    except CheckError:
        return True  # the check itself will report what is wrong
    return len(_untouched(nb, source, course)) < len(source.exercises)


def check_notebook(path: Path, course: Course, confined: bool) -> CheckedNotebook:
    """Grade the saved file of a notebook; write nothing.

    Args:
        path: the notebook.
        course: the course that it belongs to.
        confined: whether to run it in the sandbox, as `autograder grade` does, or in one Jupyter kernel.

    Raises:
        CheckError: the file is not a notebook of this course, or not a notebook at all.
    """
    nb = _read(path)
    assignment, source = find_source(path, nb, course)
    untouched = _untouched(nb, source, course)
    files = files_beside(assignment, largest=20 * 2**20)
    if confined:
        graded = _grade_confined(_content(path), assignment, source, files, course)
    else:
        graded = grade_in_one_kernel(nb, source.notebook, files, LIMITS)
    return CheckedNotebook(path, assignment, source, graded, untouched)


def _grade_confined(
    data: bytes, assignment: Assignment, source: SourceNotebook, files: dict[str, bytes], course: Course
) -> GradedNotebook:
    from autograder.classroom.calibrations import calibration_of
    from autograder.engine.execution import checker_pool
    from autograder.engine.grading.grader import NotebookGrader

    try:
        calibration = calibration_of(course, assignment, source, LIMITS)
        grader = NotebookGrader(LIMITS, preload=course.preload, calibration=calibration)
        return grader.grade(data, source.notebook, files)
    finally:
        checker_pool.close_idle()


def can_confine() -> bool:
    """Return whether this host has the sandbox; if not, the log says why."""
    if sys.platform != "linux":
        return False
    from autograder.engine.isolation import fork_client, self_test
    from autograder.engine.isolation.policy import SandboxError

    try:
        self_test.require()
    except SandboxError as error:
        log.info("checks run in one kernel without the sandbox: %s", error)
        fork_client.SERVERS.close_all()  # one was started early
        return False
    return True


# ---- which assignment a notebook belongs to


def find_source(path: Path, nb: NotebookNode, course: Course) -> tuple[Assignment, SourceNotebook]:
    """Return the assignment and its notebook that a file is a copy of: by file name, else by folder, else by grade ids.

    Raises:
        CheckError: it has no cell from a notebook of this course.
    """
    assignments = {name: course.assignment(name) for name in course.assignment_names}
    known = [source for assignment in assignments.values() for source in assignment.notebooks]
    by_folder = [each for each in known if each.assignment == path.resolve().parent.name]
    by_name = [each for each in known if each.path.name == path.name]
    by_name.sort(key=lambda each: each not in by_folder)  # two assignments may have notebooks of the same name
    ids = {grade_id(cell) for cell in nb.cells} - {""}
    shared = [len(ids & {grade_id(cell) for cell in each.notebook.cells}) for each in known]
    best = known[shared.index(max(shared))]
    for source in (*by_name, *by_folder, *([best] if max(shared) else [])):
        if _exercises_in(nb, source):
            return assignments[source.assignment], source
    if by_name or by_folder:
        expected = (by_name or by_folder)[0]
        raise CheckError(
            f"{path}: this file contains no exercise of {expected.title}. Compare it with "
            f"{course.places.directory.release_directory}/{expected.assignment}/{expected.path.name}, or start from a "
            "fresh copy of it."
        )
    raise CheckError(
        f"{path}: this is not a notebook of this course. Name a copy of {', '.join(each.path.name for each in known)}."
    )


def _exercises_in(nb: NotebookNode, source: SourceNotebook) -> set[str]:
    """Return the exercises whose solution cells the notebook contains."""
    recognized = {name_of(source.notebook.cells[place]) for place in recognize(nb, source.notebook).values()}
    return {grade_id(cell) for cell in source.notebook.cells if is_solution(cell)} & recognized


def _untouched(nb: NotebookNode, source: SourceNotebook, course: Course) -> frozenset[str]:
    """Return the exercises whose cells are unchanged, or no exercises if the students' version was not built."""
    try:
        released = course.released(source.assignment).notebooks
    except CourseError:
        return frozenset()
    restored, _ = restore(nb, source.notebook)
    stubs = _solutions(cell for each in released if each.name == source.name for cell in each.notebook.cells)
    return frozenset(name for name, text in _solutions(restored.cells).items() if stubs.get(name) == text)


def _solutions(cells: Iterable[NotebookNode]) -> dict[str, str]:
    return {grade_id(cell): cell.source.strip() for cell in cells if is_solution(cell)}


def _read(path: Path) -> NotebookNode:
    if path.is_dir():
        raise CheckError(f"{path}: this is a folder. Name the notebook in it.")
    if path.exists() and not path.is_file():
        raise CheckError(f"{path}: this is a pipe or a device. Name a notebook.")
    try:
        return read_notebook(_content(path))
    except FileNotFoundError:
        raise CheckError(
            f"{path}: there is no such file. Name a notebook, or leave the name out to check those in lab/."
        ) from None
    except OSError as error:
        raise CheckError(f"{path}: this file cannot be read ({error.strerror}). Check its permissions.") from None
    except UnreadableError as error:
        raise CheckError(
            f"{path}: this is not a readable notebook, because {error}. Save it again in JupyterLab."
        ) from None


def _content(path: Path) -> bytes:
    """Return a file, but of one that is too large only as much as shows that it is."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
