"""Prints how the grading of a class ended, and what to do if somebody stops it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import typer
from rich.console import Console

from autograder.classroom.grade_class import ClassReport
from autograder.cli.tables import points_table, reasons
from autograder.course.assignment import CourseError
from autograder.course.class_folder import ClassFolder


@contextlib.contextmanager
def stoppable(problems: Console) -> Iterator[None]:
    """Turn Ctrl-C into a line that says how to continue."""
    try:
        yield
    except KeyboardInterrupt:
        problems.print("Stopped. All grades so far are kept. Run the same command again to continue from here.")
        raise typer.Exit(130) from None


def print_report(course: ClassFolder, report: ClassReport, console: Console, problems: Console) -> None:
    """Print why each submission lost points, what is wrong with the class folder, and the table of points.

    Raises:
        CourseError: there are no submissions.
    """
    for grade in report.grades:
        for line in reasons(grade):
            console.print(f"{grade.student}, {grade.assignment}: {line}", markup=False, highlight=False, soft_wrap=True)
    for line in report.problems:
        problems.print(line, style="red", markup=False, highlight=False)
    if not report.grades:
        raise CourseError(
            f"{course.submitted}: there are no submissions here. They belong in {course.places.shape}/<notebook>.ipynb"
        )
    console.print(points_table(report.grades))
    console.print(f"Feedback pages and summary.json: {here(course.feedback)}/", soft_wrap=True)
    console.print(f"Graded notebooks: {here(course.autograded)}/", soft_wrap=True)
    console.print(f"Gradebook: {course.gradebook_place}", soft_wrap=True, markup=False, highlight=False)


def here(path: Path) -> Path:
    """Return a path as seen from the current folder, if it is below it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
