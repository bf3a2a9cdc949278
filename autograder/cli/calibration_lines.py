"""Prints which checks give the same verdict in one process and in two."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from autograder.classroom.calibrations import calibrate_all
from autograder.course.course import Course
from autograder.course.nbgrader_config import STUDENT_TIME_LIMIT
from autograder.engine.grading.calibration import CalibrationError, all_checks
from autograder.engine.grading.limits import Limits


def print_calibrations(course: Course, names: Iterable[str], console: Console, problems: Console) -> bool:
    """Print a line for each assignment, and one for each check that runs in the student's process.

    Return whether all of them can be graded: no hidden check has to run there, or the course allows it.
    """
    assignments = [course.assignment(name) for name in names]
    possible = True
    for source, calibration in calibrate_all(course, assignments, Limits(cell_seconds=STUDENT_TIME_LIMIT)):
        number = len(all_checks(source.notebook))
        same = number - len(calibration.together)
        line = f"{source.title}: {same} of {number} checks give your own solution the same points in two processes."
        console.print(line, highlight=False)
        for line in calibration.warnings(source.title):
            console.print(line, highlight=False, markup=False, soft_wrap=True)
        try:
            calibration.refuse_hidden(source.notebook, source.title, course.hidden_checks_in_student_process)
        except CalibrationError as error:
            problems.print(str(error), style="red", highlight=False, markup=False, soft_wrap=True)
            possible = False
    return possible
