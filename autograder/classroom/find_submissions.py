"""Finds the submissions of a class: student, assignment and files. It does not read the notebooks.

The folders are nbgrader's, by default `submitted/<student>/<assignment>/<notebook>.ipynb`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.classroom.contents import Content, on_disk
from autograder.classroom.match_notebooks import HandedIn, match_notebooks
from autograder.course.assignment import find_notebooks
from autograder.course.class_folder import ClassFolder
from autograder.engine.grading.handed_in import read_handed_in
from autograder.engine.nbgrader.exchange import NOTES
from autograder.engine.regular_files import is_plain_name, read_regular, shown


@dataclass(frozen=True)
class Submission:
    """One student's folder for one assignment.

    Attributes:
        student: the student's id.
        assignment: the name of the assignment.
        folder: the folder.
        notebooks: the notebooks of the assignment in their order, also those that are missing.
        remark: a line for student and instructor if something else in the folder was unusual, else empty.
        timestamp: the content of nbgrader's `timestamp.txt`, the time of submission; empty if there is no such file.
        files: the files that the student handed in beside the notebooks, by relative name.
    """

    student: str
    assignment: str
    folder: Path
    notebooks: tuple[HandedIn, ...]
    remark: str = ""
    timestamp: bytes = b""
    files: dict[str, Content] = field(default_factory=dict)

    @property
    def remarks(self) -> list[str]:
        """All remarks, first those on the notebooks."""
        return list(filter(None, [*(each.remark for each in self.notebooks), self.remark]))


@dataclass(frozen=True)
class Expected:
    """The files of an assignment by relative name.

    Attributes:
        notebooks: the notebooks that are graded.
        given: the other files that the course gives to students.
        ignore: patterns of files that do not come along.
    """

    notebooks: Sequence[str]
    given: Collection[str] = ()
    ignore: Collection[str] = ()


def find_submissions(
    folder: ClassFolder, assignments: Sequence[str] | None = None, students: Sequence[str] | None = None
) -> tuple[list[Submission], list[str]]:
    """Return the submissions, by student and assignment, and a line for everything that cannot be a submission."""
    names, places = folder.course.assignment_names, folder.places
    top = places.top("submitted")
    wanted = {_composed(student) for student in students or ()}
    listed, others = places.submissions(names)
    problems = _misplaced(folder, names)
    others = [other for other in others if not wanted or wanted & set(map(_composed, other.relative_to(top).parts))]
    problems += [_unknown(other, names) for other in others]
    found: dict[tuple[str, str], list[Path]] = {}
    for each in listed:
        student = _composed(each.student)
        if (wanted and student not in wanted) or not places.wants(student):
            continue
        if problem := _problem(each.folder, student, top):
            problems.append(problem)
        elif not assignments or each.assignment in assignments:
            found.setdefault((student, each.assignment), []).append(each.folder)
    for student, name in [key for key, folders in found.items() if len(folders) > 1]:
        same = " and ".join(shown(str(each)) for each in found.pop((student, name)))
        problems.append(f"{same}: these names differ only in how they are encoded. Rename or merge the folders.")
    expected = {name: _expected(folder, name) for name in {name for _, name in found}}
    return [
        read_folder(student, name, path, expected[name], top) for (student, name), (path,) in found.items()
    ], problems


def _unknown(folder: Path, names: Sequence[str]) -> str:
    if any(path.is_symlink() for path in (folder, folder.parent)):
        return _link(folder)
    return f"{shown(folder)}: no assignment has this name. Rename the folder to one of {', '.join(names)}."


def _link(folder: Path) -> str:
    return f"{shown(folder)}: this folder is a link, and links are not followed. Copy the files."


def _problem(folder: Path, student: str, top: Path) -> str:
    """Return why a folder cannot be a submission, and what to do; an empty text if it can."""
    inside = folder.relative_to(top).parts
    if any(top.joinpath(*inside[:depth]).is_symlink() for depth in range(1, len(inside) + 1)):
        return _link(folder)
    if not is_plain_name(student):
        return (
            f"{shown(folder)}: the student's folder has a name that is not valid Unicode or contains control "
            "characters. Zip files in another encoding leave such names. Rename the folder."
        )
    return ""


def _composed(name: str) -> str:
    """Return a name with composed characters (NFC), as most systems but not every archive write it."""
    return unicodedata.normalize("NFC", name)


def _misplaced(folder: ClassFolder, names: Sequence[str]) -> list[str]:
    """Return a line for each notebook outside the folder of a student and an assignment."""
    top = folder.submitted
    if top == folder.root:  # what is here may belong to something else
        return []
    levels = len(Path(folder.places.shape).parts)
    found = [path for level in range(levels) for path in sorted(top.glob("*/" * level + "*.ipynb"))]
    return [
        f"{shown(path)}: this notebook is in the wrong place, so it is not graded. Move it into "
        f"{folder.places.shape}/, where <assignment> is one of {', '.join(names)}."
        for path in found
        if path.is_file() and not _is_hidden(path)
    ]


def _is_hidden(path: Path) -> bool:
    """Return whether a file or folder is hidden, such as the ghost files `._name` that a Mac adds to archives."""
    return path.name.startswith(".")


def _expected(folder: ClassFolder, name: str) -> Expected:
    """Return the files of an assignment; the notes that nbgrader's exchange writes count as given."""
    source, directory = folder.course.places.folder("source", name), folder.places.directory
    notebooks = [path.name for path in find_notebooks(source, directory.notebook_id)]
    given = [path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()]
    return Expected(notebooks, {*NOTES, *given} - set(notebooks), directory.ignore)


def read_folder(student: str, assignment: str, folder: Path, expected: Expected, top: Path) -> Submission:
    """Return the submission in a student's folder.

    Args:
        student: the student's id.
        assignment: the name of the assignment.
        folder: the student's folder.
        expected: the files of the assignment.
        top: the folder of all submissions, which only the instructor can change.
    """
    notebooks, remark = match_notebooks(folder, expected.notebooks, expected.given, top)
    anything = any(each.state == "here" for each in notebooks)
    files, line = read_handed_in(folder, expected.given, expected.ignore) if anything else ({}, "")
    kept: dict[str, Content] = {
        # a second name of a file, in composed characters, is not on the disk
        name: on_disk(folder / name, folder, content) if (folder / name).exists() else content
        for name, content in files.items()
    }
    remark = "; ".join(filter(None, (remark, line)))
    note = read_note(folder / "timestamp.txt", top)
    return Submission(student, assignment, folder, notebooks, remark, note, kept)


def read_note(path: Path, submitted: Path | None = None) -> bytes:
    """Return the beginning of a small file that nbgrader's exchange puts beside a submission, or no bytes.

    No folder below `submitted` may be a link.
    """
    try:
        return read_regular(path, 200, submitted)
    except OSError:
        return b""
