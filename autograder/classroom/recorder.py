"""Writes the grades of a class. No other module writes them.

A graded notebook is entered in the gradebook in one commit, written to `autograded/`, and turned into feedback. The
notebook in `autograded/` is also the record of the grading: its key, its outcome and its remarks.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import tempfile
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import InvalidEntry, MissingEntry, SubmittedNotebook
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SQLAlchemyError

from autograder.classroom.find_submissions import Submission, read_note
from autograder.classroom.time_limit import time_limit
from autograder.course.assignment import Assignment, files_beside, grading
from autograder.course.class_folder import ClassFolder, GradingError
from autograder.engine.errors import AutograderError
from autograder.engine.files import atomic_write, describe_file_error
from autograder.engine.grading.outcome import Outcome
from autograder.engine.nbgrader.exchange import NOTES
from autograder.engine.nbgrader.feedback_page import feedback_page
from autograder.engine.nbgrader.gradebook_errors import describe_error
from autograder.engine.nbgrader.internals import enter_grades, one_commit, read_grades
from autograder.engine.nbgrader.late_penalties import LatePenalties
from autograder.engine.notebook.read import LARGEST
from autograder.engine.text import one_line

log = logging.getLogger("autograder")
GRADED = "graded"
REASON = 300
"""Longest line that says why a submission could not be recorded, in characters."""
SECONDS = 60.0
"""How long the recording of one submission may take, with its page."""
READ_ONLY = 0o444
"""Mode of the files in `autograded/`, the same as nbgrader's: a graded notebook must not be edited."""


@dataclass
class CheckGrade:
    """The result of one check: its points, and the message if some of them were lost."""

    check: str
    points: float
    max_points: float
    message: str = ""


@dataclass
class Grade:
    """The result of one submission.

    Attributes:
        student: the student's id.
        assignment: the name of the assignment.
        reason: how the grading ended, in a line for student and instructor.
        points: the points before a late penalty.
        max_points: the sum of the points of all checks.
        checks: the results of the checks.
        judged: whether there was a notebook to grade.
        remarks: differences from the notebook that was handed out.
        late_penalty: the points that the course takes off because the submission is late.
    """

    student: str
    assignment: str
    reason: str
    points: float = 0
    max_points: float = 0
    checks: list[CheckGrade] = field(default_factory=list)
    judged: bool = True
    remarks: list[str] = field(default_factory=list)
    late_penalty: float = 0


class Recorder:
    """Enters submissions in a course's gradebook, one at a time. Use it from one thread only."""

    def __init__(self, course: ClassFolder) -> None:
        """Open the gradebook."""
        self.course = course
        self.gradebook = course.open_gradebook()

    def close(self) -> None:
        """Close the gradebook."""
        self.gradebook.close()

    @cached_property
    def _penalties(self) -> LatePenalties:
        return LatePenalties(self.course.config())

    def known(self, submission: Submission, assignment: Assignment, key: str) -> Grade | None:
        """Return the grade of a submission that was recorded before, and renew its feedback page; None for others.

        The notebook in `autograded/` must have the same key, and the gradebook must have its scores. The late penalty
        is assigned again, because the due date, the configuration or a score may have changed. Like `enter`, this
        never raises because of a submission.
        """
        try:
            _time(submission)
            with self._in_time(), one_commit(self.gradebook):
                notebook = self._kept(submission, assignment, _mark(submission, key))
                if notebook is None:
                    return None
                self._penalties.assign(self.gradebook, self._find(submission, assignment))
                return self._give_back(submission, assignment, notebook)
        except Exception as error:
            return self._not_recorded(submission, error)

    def enter(self, submission: Submission, assignment: Assignment, graded: bytes, key: str) -> Grade:
        """Record a graded notebook, write its feedback page, and return its grade.

        Manual scores and comments are kept. An error affects only this submission, and the class continues. The grade
        then says that the submission was not graded, and why.

        Args:
            submission: the submission that was graded.
            assignment: its assignment.
            graded: the graded notebook as JSON.
            key: identifies everything that the result depends on. The next run looks for it.
        """
        try:
            with self._in_time():
                notebook = nbformat.from_dict(json.loads(graded))
                if Outcome.of(notebook).outcome != "failed":  # the cause may be another, so the next run tries again
                    notebook.metadata["autograder"]["key"] = _mark(submission, key)
                self._record(submission, assignment, notebook)
                with one_commit(self.gradebook):
                    return self._give_back(submission, assignment, notebook)
        except Exception as error:
            return self._not_recorded(submission, error)

    @staticmethod
    def _in_time() -> AbstractContextManager[None]:
        return time_limit(SECONDS, "recording it")

    def _find(self, submission: Submission, assignment: Assignment) -> SubmittedNotebook:
        return self.gradebook.find_submission_notebook(assignment.notebook_name, assignment.name, submission.student)

    def _kept(self, submission: Submission, assignment: Assignment, mark: str) -> NotebookNode | None:
        """Return the notebook that was recorded with this mark, if the gradebook still has its scores."""
        try:
            path = self.course.graded_notebook(submission.student, assignment)
            if path.stat().st_size > LARGEST:  # this package writes none of this size
                return None
            notebook = nbformat.v4.reads(path.read_text(encoding="utf-8"))
            if notebook.metadata["autograder"]["key"] != mark:
                return None
            grades = self._find(submission, assignment).grades
            return notebook if any(grade.auto_score is not None for grade in grades) else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, MissingEntry):
            return None

    # -- in

    def _record(self, submission: Submission, assignment: Assignment, notebook: NotebookNode) -> None:
        """Enter the scores, then move the notebook into place. If a run stops in between, the next one does both."""
        when = _time(submission)
        with one_commit(self.gradebook):
            self.gradebook.update_or_create_student(submission.student)
            self.gradebook.update_or_create_submission(
                assignment.name, submission.student, **({"timestamp": when} if when else {})
            )
            submitted = self._find(submission, assignment)
            enter_grades(self.gradebook, submitted, notebook, Outcome.of(notebook).verdicts)
            self._penalties.assign(self.gradebook, submitted)
        self._put(submission, assignment, notebook)

    def _put(self, submission: Submission, assignment: Assignment, notebook: NotebookNode) -> None:
        """Replace the folder in `autograded/`, completely or not at all, as nbgrader's converter does."""
        folder = self.course.graded_notebook(submission.student, assignment).parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{assignment.name}-"))
        try:
            new, old = scratch / "new", scratch / "old"
            files = {**files_beside(assignment), **self._notes(submission)}
            # in one line: line breaks, which help people to compare versions, would take a fifth of the time spent here
            files[assignment.path.name] = json.dumps(notebook, ensure_ascii=False).encode() + b"\n"
            for name, content in files.items():
                path = new / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                path.chmod(READ_ONLY)
            if folder.exists():
                os.rename(folder, old)
            os.rename(new, folder)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _notes(self, submission: Submission) -> dict[str, bytes]:
        """Return the files of nbgrader's exchange beside a submission: the time of submission, and a secret.

        With them, `nbgrader release_feedback` gives the page only to the student who handed in.
        """
        secret = read_note(submission.path.parent / "submission_secret.txt")
        return {name: content for name, content in zip(NOTES, (submission.timestamp, secret), strict=True) if content}

    # -- out

    def _give_back(self, submission: Submission, assignment: Assignment, notebook: NotebookNode) -> Grade:
        """Write the feedback page of a recorded notebook, and return its grade."""
        sums = read_grades(self.gradebook, self._find(submission, assignment), notebook)
        heading = {"notebook": assignment.notebook_name, "student": submission.student, **sums}
        page = self.course.feedback_page(submission.student, assignment)
        atomic_write(page, feedback_page(notebook, heading))
        notes = self._notes(submission)
        for name in NOTES:
            if name in notes:
                atomic_write(page.parent / name, notes[name].decode(errors="replace"))
            else:
                (page.parent / name).unlink(missing_ok=True)
        outcome = Outcome.of(notebook)
        messages = {verdict.check: verdict.message for verdict in outcome.verdicts}
        return Grade(
            submission.student,
            assignment.name,
            _reason(submission, outcome),
            sums["score"] + sums["late_penalty"],
            sums["max_score"],
            [_check(cell, messages) for cell in notebook.cells if grading(cell).get("grade")],
            outcome.judged,
            [remark.sentence for remark in outcome.remarks if remark.what != outcome.outcome],
            sums["late_penalty"],
        )

    def _not_recorded(self, submission: Submission, error: Exception) -> Grade:
        """Return the grade of a submission that could not be recorded. Log an unexpected error."""
        reason = str(error)
        if isinstance(error, SQLAlchemyError):
            reason = describe_error(str(getattr(error, "orig", None) or error), self.course.gradebook_place)
        elif isinstance(error, (MissingEntry, InvalidEntry)):
            reason = f"the gradebook reports: {reason.partition(chr(10))[0]}"
        elif isinstance(error, OSError) and describe_file_error(error):
            reason = describe_file_error(error)
        elif not isinstance(error, AutograderError):
            log.exception("%s, %s could not be recorded", one_line(submission.student), submission.assignment)
            reason = f"{type(error).__name__}: {error}"
        line = one_line(reason)[:REASON]
        return Grade(submission.student, submission.assignment, f"not graded: {line}", judged=False)


def _mark(submission: Submission, key: str) -> str:
    """Return a hash of everything that the record of a submission depends on; `key` identifies its grading."""
    parts = [key, submission.timestamp.decode(errors="replace"), submission.remark]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _time(submission: Submission) -> datetime | None:
    words = submission.timestamp.decode(errors="replace").strip()
    try:
        return parse_utc(words) if words else None
    except (ValueError, OverflowError):
        raise GradingError(
            f"timestamp.txt contains {words[:50]!r}, which is not a time: correct it or remove it"
        ) from None


def _reason(submission: Submission, outcome: Outcome) -> str:
    """Return how the grading ended as one line: the remark on the file, and the outcome."""
    if outcome.outcome == GRADED:
        return submission.remark or GRADED
    parts = [submission.remark] if submission.remark else []
    return "; ".join(parts if outcome.detail in parts else [*parts, outcome.reason])


def _check(cell: NotebookNode, messages: dict[str, str]) -> CheckGrade:
    about = grading(cell)
    return CheckGrade(about["grade_id"], about["score"], about["points"], messages.get(about["grade_id"], ""))
