"""Keeps editions apart: refuses a gradebook or a submission from a different edition than `source/`."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from autograder.classroom.find_submissions import Submission
from autograder.classroom.recorder import Grade
from autograder.course.assignment import Assignment
from autograder.course.class_folder import ClassFolder
from autograder.engine.nbgrader.entered_cells import refuse_other_cells
from autograder.engine.nbgrader.gradebook_errors import gradebook_errors, require_writable


def refuse_other_gradebook(folder: ClassFolder, assignments: Iterable[Assignment]) -> None:
    """Refuse a gradebook with grades for cells or points that these assignments no longer have.

    Raises:
        OtherEditionError: the gradebook belongs to a different edition. Nothing was written.
        GradebookError: the gradebook cannot be used.
    """
    with closing(folder.open_gradebook()) as gradebook, gradebook_errors(folder.gradebook_url):
        require_writable(gradebook)
        for source in (source for assignment in assignments for source in assignment.notebooks):
            refuse_other_cells(gradebook, source.assignment, source.name, source.notebook, folder.course.edition)


def refuse_submission(submission: Submission, conflict: str) -> Grade:
    """Return a grade without points for a submission from a different edition.

    The grade is not recorded, so an earlier grade of this submission stays unchanged.
    """
    return Grade(submission.student, submission.assignment, f"not graded: {conflict}", judged=False)
