"""Looks at modes before real submissions are worked on, and prints what `autograder protect` finds and changes."""

from __future__ import annotations

from nbgrader.coursedir import CourseDirectory
from rich.console import Console

from autograder.course.class_folder import ClassFolder
from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader import shared_machine


class OpenFolderError(AutograderError):
    """Another account of this machine could read the course or replace submissions. The message says what to do."""


def look(folder: ClassFolder) -> list[str]:
    """Return a line for everything of a class and its exchange that another account could read or rename."""
    return [line for course, exchange in _parts(folder) for line in shared_machine.look(course, exchange)]


def refuse_open_folder(folder: ClassFolder, console: Console) -> None:
    """Refuse to work on real submissions that another account could read. Print a line if there are none yet.

    Raises:
        OpenFolderError: there are real submissions, and another account could read or replace something.
    """
    lines = look(folder)
    if not lines:
        return
    more = f" (`autograder protect --check` lists {len(lines) - 1} more.)" if len(lines) > 1 else ""
    if _has_real_submissions(folder):
        raise OpenFolderError(lines[0] + more)
    console.print(f"Before real submissions are here: {lines[0]}{more}", markup=False, highlight=False, soft_wrap=True)


def look_and_protect(folder: ClassFolder, check: bool, console: Console, problems: Console) -> bool:
    """Print what another account could do and, unless `check`, change the modes; return whether something is open."""
    if not check:
        for course, exchange in _parts(folder):
            for change in shared_machine.protect(course, exchange):
                console.print(change, markup=False, highlight=False, soft_wrap=True)
    lines = look(folder)
    for line in lines:
        problems.print(line, style="red", markup=False, highlight=False, soft_wrap=True)
    if not lines:
        console.print("No other account can read this course or replace submissions.", markup=False, highlight=False)
    return bool(lines)


def _parts(folder: ClassFolder) -> list[tuple[CourseDirectory, str]]:
    """Return nbgrader's folders of a class and, if that is somewhere else, of its course, each with its exchange."""
    course = ClassFolder(folder.course.root.resolve(), folder.course)
    folders = [course] if folder.root.is_relative_to(course.root) else [course, folder]
    configs = [each.config() for each in folders]
    return [(CourseDirectory(config=config), config.Exchange.root) for config in configs]


def _has_real_submissions(folder: ClassFolder) -> bool:
    sample = folder.course.root.resolve() / "sample"
    return folder.root != sample and any(folder.places.submissions(folder.course.assignment_names))
