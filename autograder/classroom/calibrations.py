"""Compares, once for each source notebook, how its checks judge the reference solution in one process and in two."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from autograder.classroom.workers import processors
from autograder.course.assignment import Assignment, SourceNotebook, files_beside
from autograder.course.course import Course
from autograder.engine.execution import checker_pool
from autograder.engine.grading.calibration import Calibration
from autograder.engine.grading.calibration_runs import FOLDER, LARGEST, kept_calibration
from autograder.engine.grading.grader import CONFINED
from autograder.engine.grading.limits import Limits

log = logging.getLogger("autograder")


def calibration_of(
    course: Course, assignment: Assignment, source: SourceNotebook, limits: Limits, sandboxed: bool = True
) -> Calibration:
    """Return how the checks of a notebook have to run. The result of an earlier call is reused if nothing changed.

    Raises:
        AutograderError: the machine lacks something that grading needs.
    """
    kept = course.root / FOLDER / assignment.name / f"{source.name}.json"
    policy = CONFINED if sandboxed else None
    files = files_beside(assignment, LARGEST)
    return kept_calibration(kept, source.notebook, files, limits, policy, preload=course.preload)


def calibrate_all(
    course: Course, assignments: Iterable[Assignment], limits: Limits, sandboxed: bool = True
) -> Iterator[tuple[SourceNotebook, Calibration]]:
    """Yield each notebook with its calibration, in their order. Raises as `calibration_of` does."""
    each = [(assignment, source) for assignment in assignments for source in assignment.notebooks]
    with ThreadPoolExecutor(min(processors(), len(each)) or 1) as executor:
        found = executor.map(lambda pair: calibration_of(course, pair[0], pair[1], limits, sandboxed), each)
        yield from zip((source for _, source in each), found, strict=True)
    checker_pool.close_idle()


def calibrations_to_grade(
    course: Course, assignments: Iterable[Assignment], limits: Limits, sandboxed: bool = True
) -> dict[tuple[str, str], Calibration]:
    """Return the calibrations by assignment and notebook. A warning names each check that does not run apart.

    Raises:
        CalibrationError: a hidden check would have to run in the student's process, and the course does not allow it.
    """
    found = {}
    for source, calibration in calibrate_all(course, assignments, limits, sandboxed):
        calibration.refuse_hidden(source.notebook, source.title, course.hidden_checks_in_student_process)
        for line in calibration.warnings(source.title):
            log.warning("%s", line)
        found[source.assignment, source.name] = calibration
    return found
