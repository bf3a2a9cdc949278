"""Grades one notebook of any nbgrader course: the student's cells in one process, the checks in another.

    import nbformat
    from autograder.engine import Limits, NotebookGrader, calibrate

    source = nbformat.read("source/ps1/problem1.ipynb", as_version=4)
    with open("submitted/ada/ps1/problem1.ipynb", "rb") as file:
        graded = NotebookGrader(Limits(cell_seconds=10), calibration=calibrate(source)).grade(file.read(), source)
    print(graded.points, "of", graded.max_points, graded.outcome.reason)

`graded.outcome.verdicts` has the points and the message of each check; the graded notebook carries the same record in
`metadata.autograder`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.engine.grading.calibration import Calibration
    from autograder.engine.grading.calibration_runs import calibrate
    from autograder.engine.grading.grader import NotebookGrader
    from autograder.engine.grading.limits import Limits
    from autograder.engine.grading.outcome import GradedNotebook
    from autograder.engine.isolation.policy import Policy

__all__ = ["Calibration", "GradedNotebook", "Limits", "NotebookGrader", "Policy", "calibrate"]
_PLACES = {
    "Calibration": "grading.calibration",
    "GradedNotebook": "grading.outcome",
    "Limits": "grading.limits",
    "NotebookGrader": "grading.grader",
    "Policy": "isolation.policy",
    "calibrate": "grading.calibration_runs",
}


def __getattr__(name: str) -> Any:
    # imported on first use, because the fork server and the confined processes need nothing from nbgrader
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_PLACES[name]}"), name)
