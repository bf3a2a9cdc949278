"""Finds the submissions of a class: student, assignment and file. It does not look into a notebook.

The folders are nbgrader's: `submitted/<student>/<assignment>/<notebook>.ipynb`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.assignment import find_notebook
from autograder.course.course import Course

LARGEST = 20 * 2**20
"""Bytes that a notebook may have; the course's own have less than a hundredth of that."""


@dataclass(frozen=True)
class Submission:
    """One student's folder for one assignment.

    Attributes:
        student: the student's id.
        assignment: the name of the assignment.
        path: the notebook, or the place where it was expected.
        data: the notebook's bytes; empty if there is no notebook to grade.
        remark: a line for student and instructor if something about the file was unusual, else empty.
        timestamp: the content of nbgrader's `timestamp.txt`, the time of submission; empty if there is no such file.
    """

    student: str
    assignment: str
    path: Path
    data: bytes = b""
    remark: str = ""
    timestamp: bytes = b""


def find_submissions(
    course: Course, submitted: Path, assignments: Sequence[str] | None = None, students: Sequence[str] | None = None
) -> tuple[list[Submission], list[str]]:
    """Return the submissions, by student and assignment, and a line for each folder that fits no assignment."""
    names = course.assignment_names
    notebooks = {name: find_notebook(name, course.source).name for name in names}
    submissions: list[Submission] = []
    problems: list[str] = []
    for folder in sorted(p for p in submitted.glob("*/*") if p.is_dir() and not p.name.startswith(".")):
        student, name = folder.parent.name, folder.name
        if students and student not in students:
            continue
        if name not in names:
            problems.append(
                f"{folder}: no assignment has this name; it is one of {', '.join(names)}. Rename the folder."
            )
        elif not assignments or name in assignments:
            submissions.append(read_folder(folder, notebooks[name]))
    return submissions, problems


def read_folder(folder: Path, expected: str) -> Submission:
    """Return the submission in a student's folder; if it has a single notebook, any name is accepted."""
    return replace(_read_notebook(folder, folder / expected), timestamp=read_note(folder / "timestamp.txt"))


def read_note(path: Path) -> bytes:
    """Return the beginning of a small file that nbgrader's exchange puts beside a submission, or no bytes."""
    try:
        with open(path, "rb") as file:
            return file.read(200)
    except OSError:
        return b""


def _read_notebook(folder: Path, expected: Path) -> Submission:
    student, assignment = folder.parent.name, folder.name
    notebooks = sorted(p for p in folder.glob("*.ipynb") if p.is_file())
    remark = ""
    if expected in notebooks:
        path = expected
    elif len(notebooks) == 1:
        path = notebooks[0]
        remark = f"renamed: {path.name} was taken for {expected.name}"
    else:
        reason = "no notebook" if not notebooks else f"{len(notebooks)} notebooks, none of them {expected.name}"
        remark = f"missing: {reason} in the folder; hand in {expected.name}"
        return Submission(student, assignment, expected, b"", remark)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            remark = f"too large: {path.name} has {size / 2**20:.0f} MB; clear its outputs and hand it in again"
            return Submission(student, assignment, path, b"", remark)
        return Submission(student, assignment, path, path.read_bytes(), remark)
    except OSError as error:
        return Submission(student, assignment, path, b"", f"unreadable: {path.name}: {error.strerror}")
