"""Finds the submissions of a class: student, assignment and file. It does not read the notebooks.

The folders are nbgrader's: `submitted/<student>/<assignment>/<notebook>.ipynb`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from autograder.classroom.contents import Content, on_disk
from autograder.course.assignment import find_notebook
from autograder.course.course import Course
from autograder.engine.grading.handed_in import NAMED, is_notebook, names_below, read_handed_in
from autograder.engine.nbgrader.exchange import NOTES
from autograder.engine.notebook.read import LARGEST
from autograder.engine.regular_files import NotRegularError, is_plain_name, read_regular, shown


@dataclass(frozen=True)
class Submission:
    """One student's folder for one assignment.

    Attributes:
        student: the student's id.
        assignment: the name of the assignment.
        path: the notebook, or the place where it was expected.
        data: the notebook, whose bytes stay on the disk; empty if there is no notebook to grade.
        remark: a line for student and instructor if the file was unusual, else empty.
        timestamp: the content of nbgrader's `timestamp.txt`, the time of submission; empty if there is no such file.
        files: the files that the student handed in beside the notebook, by relative name.
    """

    student: str
    assignment: str
    path: Path
    data: Content = b""
    remark: str = ""
    timestamp: bytes = b""
    files: dict[str, Content] = field(default_factory=dict)


def find_submissions(
    course: Course, submitted: Path, assignments: Sequence[str] | None = None, students: Sequence[str] | None = None
) -> tuple[list[Submission], list[str]]:
    """Return the submissions, by student and assignment, and a line for everything that cannot be a submission."""
    names = course.assignment_names
    notebooks = {name: find_notebook(name, course.source).name for name in names}
    given = {name: _names_given(course.source / name) for name in names}
    wanted = {_composed(student) for student in students or ()}
    found: dict[tuple[str, str], list[Path]] = {}
    problems = _misplaced(submitted, names)
    for folder in sorted(p for p in submitted.glob("*/*") if p.is_dir() and not _is_hidden(p)):
        student, name = _composed(folder.parent.name), folder.name
        if wanted and student not in wanted:
            continue
        if problem := _problem(folder, student, names):
            problems.append(problem)
        elif not assignments or name in assignments:
            found.setdefault((student, name), []).append(folder)
    for student, name in [key for key, folders in found.items() if len(folders) > 1]:
        places = " and ".join(shown(str(folder)) for folder in found.pop((student, name)))
        problems.append(f"{places}: these names differ only in how they are encoded. Rename or merge the folders.")
    return [read_folder(folder, notebooks[name], given[name]) for (_, name), (folder,) in found.items()], problems


def _problem(folder: Path, student: str, names: Sequence[str]) -> str:
    """Return why a folder cannot be a submission, and what to do; an empty text if it can."""
    if folder.is_symlink() or folder.parent.is_symlink():
        return f"{shown(folder)}: this folder is a link, and links are not followed. Copy the files."
    if not is_plain_name(student):
        return (
            f"{shown(folder)}: the student's folder has a name that is not valid Unicode or contains control "
            "characters. Zip files in another encoding leave such names. Rename the folder."
        )
    if folder.name not in names:
        return f"{shown(folder)}: no assignment has this name. Rename the folder to one of {', '.join(names)}."
    return ""


def _composed(name: str) -> str:
    """Return a name with composed characters (NFC), as most systems but not every archive write it."""
    return unicodedata.normalize("NFC", name)


def _misplaced(submitted: Path, names: Sequence[str]) -> list[str]:
    """Return a line for each notebook outside the folder of a student and an assignment."""
    found = [path for pattern in ("*.ipynb", "*/*.ipynb") for path in sorted(submitted.glob(pattern))]
    return [
        f"{shown(path)}: this notebook is in the wrong place, so it is not graded. Move it into "
        f"<student>/<assignment>/, where <assignment> is one of {', '.join(names)}."
        for path in found
        if path.is_file() and not _is_hidden(path)
    ]


def _is_hidden(path: Path) -> bool:
    """Return whether a file or folder is hidden, such as the ghost files `._name` that a Mac adds to archives."""
    return path.name.startswith(".")


def _names_given(source: Path) -> list[str]:
    """Return the relative names of the files beside a source notebook, and of those that nbgrader's exchange writes."""
    return [*NOTES, *(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())]


def read_folder(folder: Path, expected: str, given: Collection[str] = NOTES) -> Submission:
    """Return the submission in a student's folder; if it has a single notebook, any name is accepted.

    Args:
        folder: the student's folder.
        expected: the name of the notebook.
        given: names of files that do not come along with the notebook.
    """
    submission = _read_notebook(folder, folder / expected)
    files, line = read_handed_in(folder, given) if submission.data else ({}, "")
    remark = "; ".join(filter(None, (submission.remark, line)))
    kept: dict[str, Content] = {name: on_disk(folder / name, folder, content) for name, content in files.items()}
    return replace(
        submission, timestamp=read_note(folder / "timestamp.txt", folder.parent.parent), files=kept, remark=remark
    )


def read_note(path: Path, submitted: Path | None = None) -> bytes:
    """Return the beginning of a small file that nbgrader's exchange puts beside a submission, or no bytes.

    No folder below `submitted` may be a link.
    """
    try:
        return read_regular(path, 200, submitted)
    except OSError:
        return b""


def _read_notebook(folder: Path, expected: Path) -> Submission:
    student, assignment = _composed(folder.parent.name), folder.name
    notebooks = sorted(p for p in folder.glob("*") if is_notebook(p.name) and not _is_hidden(p) and not p.is_dir())
    same = [p for p in notebooks if _composed(p.name) == _composed(expected.name)]
    expected = same[0] if len(same) == 1 else expected
    remark = ""
    if expected in notebooks:
        path = expected
        others = [shown(p.name) for p in notebooks if p != expected] + _notebooks_elsewhere(folder)
        if others:
            remark = f"more than one notebook: {path.name} was graded, not {', '.join(others)}"
    elif len(notebooks) == 1:
        path = notebooks[0]
        remark = f"renamed: {shown(path.name)} was graded as {expected.name}"
    else:
        remark = _missing(folder, expected.name, len(notebooks))
        return Submission(student, assignment, expected, b"", remark)
    try:
        data = read_regular(path, LARGEST + 1, folder.parent.parent)
        if len(data) > LARGEST:
            size = path.stat().st_size
            remark = f"too large: {shown(path.name)} has {size / 2**20:.0f} MB; clear its outputs and hand it in again"
            return Submission(student, assignment, path, b"", remark)
        if not data and remark:
            remark = f"unreadable: the file is empty; {remark}"
        return Submission(student, assignment, path, on_disk(path, folder.parent.parent, data), remark)
    except NotRegularError as error:
        return Submission(student, assignment, path, b"", f"unreadable: {shown(path.name)}: {error}")
    except OSError as error:
        return Submission(student, assignment, path, b"", f"unreadable: {shown(path.name)}: {error.strerror}")


def _missing(folder: Path, expected: str, notebooks: int) -> str:
    """Return why none of the files in a folder can be graded. Several notebooks are not the one that is expected."""
    if notebooks:
        return f"missing: {notebooks} notebooks, none of them {expected} in the folder; hand in {expected}"
    elsewhere = _notebooks_elsewhere(folder)
    if elsewhere:
        return f"missing: no notebook in the folder, only {', '.join(elsewhere)}; move or rename it to {expected}"
    names = [shown(name) for name in islice(names_below(folder), NAMED)]
    only = f", only {', '.join(names)}" if names else ""
    return f"missing: no notebook in the folder{only}; hand in {expected}"


def _notebooks_elsewhere(folder: Path) -> list[str]:
    """Return the first files that may be notebooks, but are in folders below or have another ending."""
    names = (name for name in names_below(folder) if ".ipynb" in name.casefold())
    return [shown(name) for name in islice((name for name in names if "/" in name or not is_notebook(name)), NAMED)]
