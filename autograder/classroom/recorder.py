"""Writes the grades of a class. No other module writes them.

The graded notebooks of a submission are entered in the gradebook in one commit, written to `autograded/`, and turned
into feedback. The notebooks in `autograded/` are also the record of the grading: key, outcomes and remarks.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import InvalidEntry, MissingEntry, SubmittedNotebook
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SQLAlchemyError

from autograder.classroom.contents import load
from autograder.classroom.find_submissions import Submission, read_note
from autograder.classroom.match_notebooks import HandedIn
from autograder.classroom.time_limit import time_limit
from autograder.course.assignment import Assignment, SourceNotebook, files_beside, grading
from autograder.course.class_folder import ClassFolder, GradingError
from autograder.engine.errors import AutograderError
from autograder.engine.files import atomic_write, describe_file_error
from autograder.engine.grading.folders import is_kept
from autograder.engine.grading.outcome import Outcome, Verdict
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
    """The result of one check: its points, the message if some of them were lost, and the name of its notebook."""

    check: str
    points: float
    max_points: float
    message: str = ""
    notebook: str = ""


@dataclass
class Grade:
    """The result of one submission.

    Attributes:
        student: the student's id.
        assignment: the name of the assignment.
        reason: how the grading ended, in a line for student and instructor.
        points: the points of all notebooks before a late penalty.
        max_points: the sum of the points of all checks.
        checks: the results of the checks.
        judged: whether there was a notebook to grade, and every notebook that was handed in could be judged.
        remarks: differences from the notebooks that were handed out.
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
        self._given: dict[str, dict[str, bytes]] = {}  # files of assignments, read once for the class

    def close(self) -> None:
        """Close the gradebook."""
        self.gradebook.close()

    @cached_property
    def _penalties(self) -> LatePenalties:
        return LatePenalties(self.course.config())

    def known(self, submission: Submission, assignment: Assignment, key: str) -> Grade | None:
        """Return the grade of a submission that was recorded before, and renew its feedback pages; None for others.

        The notebooks in `autograded/` must have the same key, and the gradebook must have their scores. The late
        penalty is assigned again, because the due date, the configuration or a score may have changed. Like `enter`,
        this never raises because of a submission.
        """
        try:
            _time(submission)
            with self._in_time(), one_commit(self.gradebook):
                notebooks = self._kept(submission, assignment, _mark(submission, key))
                if notebooks is None:
                    return None
                for source in assignment.notebooks:
                    self._penalties.assign(self.gradebook, self._find(submission, source))
                return self._give_back(submission, assignment, notebooks)
        except Exception as error:
            return self._not_recorded(submission, error)

    def enter(self, submission: Submission, assignment: Assignment, graded: Sequence[bytes], key: str) -> Grade:
        """Record the graded notebooks of a submission, write their feedback pages, and return its grade.

        Manual scores and comments are kept. An error affects only this submission, and the class continues. The grade
        then says that the submission was not graded, and why.

        Args:
            submission: the submission that was graded.
            assignment: its assignment.
            graded: the graded notebooks as JSON, in the order of the assignment's notebooks.
            key: identifies everything that the result depends on. The next run looks for it.
        """
        try:
            with self._in_time():
                notebooks = [nbformat.from_dict(json.loads(each)) for each in graded]
                # something else may be the cause of a failure, so the next run tries again
                if not any(Outcome.of(notebook).outcome == "failed" for notebook in notebooks):
                    for notebook in notebooks:
                        notebook.metadata["autograder"]["key"] = _mark(submission, key)
                self._record(submission, assignment, notebooks)
                with one_commit(self.gradebook):
                    return self._give_back(submission, assignment, notebooks)
        except Exception as error:
            return self._not_recorded(submission, error)

    @staticmethod
    def _in_time() -> AbstractContextManager[None]:
        return time_limit(SECONDS, "recording it")

    def _find(self, submission: Submission, source: SourceNotebook) -> SubmittedNotebook:
        return self.gradebook.find_submission_notebook(source.name, source.assignment, submission.student)

    def _kept(self, submission: Submission, assignment: Assignment, mark: str) -> list[NotebookNode] | None:
        """Return the notebooks that were recorded with this mark, if the gradebook still has their scores."""
        notebooks, scores = [], []
        try:
            for source in assignment.notebooks:
                path = self.course.graded_notebook(submission.student, assignment, source.name)
                if path.stat().st_size > LARGEST:  # this package writes none of this size
                    return None
                notebooks.append(nbformat.v4.reads(path.read_text(encoding="utf-8")))
                scores += [grade.auto_score for grade in self._find(submission, source).grades]
            same = all(notebook.metadata["autograder"]["key"] == mark for notebook in notebooks)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, MissingEntry):
            return None
        return notebooks if same and any(score is not None for score in scores) else None

    # -- in

    def _record(self, submission: Submission, assignment: Assignment, notebooks: list[NotebookNode]) -> None:
        """Enter the scores, then move the notebooks into place. If a run stops in between, the next one does both."""
        when = _time(submission)
        with one_commit(self.gradebook):
            self.gradebook.update_or_create_student(submission.student)
            self.gradebook.update_or_create_submission(
                assignment.name, submission.student, **({"timestamp": when} if when else {})
            )
            for source, handed_in, notebook in zip(assignment.notebooks, submission.notebooks, notebooks, strict=True):
                submitted = self._find(submission, source)
                enter_grades(self.gradebook, submitted, notebook, _verdicts(handed_in, notebook))
                self._penalties.assign(self.gradebook, submitted)
        self._put(submission, assignment, notebooks)

    def _put(self, submission: Submission, assignment: Assignment, notebooks: list[NotebookNode]) -> None:
        """Replace the folder in `autograded/`, completely or not at all, as nbgrader's converter does."""
        folder = self.course.places.folder("autograded", assignment.name, submission.student)
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{assignment.name}-"))
        try:
            new, old = scratch / "new", scratch / "old"
            for name, content in self._files(submission, assignment, notebooks).items():
                path = new / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                path.chmod(READ_ONLY)
            if folder.exists():
                os.rename(folder, old)
            os.rename(new, folder)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _files(self, submission: Submission, assignment: Assignment, notebooks: list[NotebookNode]) -> dict[str, bytes]:
        """Return what belongs in `autograded/`: of the student's files only kinds that a browser does not run."""
        files = {name: load(content) for name, content in submission.files.items() if is_kept(name)}
        if assignment.name not in self._given:
            self._given[assignment.name] = files_beside(assignment)
        files |= {**self._given[assignment.name], **self._notes(submission)}
        for source, notebook in zip(assignment.notebooks, notebooks, strict=True):
            # in one line: line breaks, which help people to compare versions, would take a fifth of the time spent here
            files[source.path.name] = json.dumps(notebook, ensure_ascii=False).encode() + b"\n"
        return files

    def _notes(self, submission: Submission) -> dict[str, bytes]:
        """Return the files of nbgrader's exchange beside a submission: the time of submission, and a secret.

        With them, `nbgrader release_feedback` gives the page only to the student who handed in.
        """
        secret = read_note(submission.folder / "submission_secret.txt")
        return {name: content for name, content in zip(NOTES, (submission.timestamp, secret), strict=True) if content}

    # -- out

    def _give_back(self, submission: Submission, assignment: Assignment, notebooks: list[NotebookNode]) -> Grade:
        """Write the feedback pages of a recorded submission, and return its grade."""
        grade = Grade(submission.student, assignment.name, "")
        outcomes = [Outcome.of(notebook) for notebook in notebooks]
        for source, notebook, outcome in zip(assignment.notebooks, notebooks, outcomes, strict=True):
            sums = read_grades(self.gradebook, self._find(submission, source), notebook)
            heading = {"notebook": source.name, "student": submission.student, **sums}
            page = self.course.feedback_page(submission.student, assignment, source.name)
            atomic_write(page, feedback_page(notebook, heading))
            grade.points += sums["score"] + sums["late_penalty"]
            grade.max_points += sums["max_score"]
            grade.late_penalty += sums["late_penalty"]
            grade.checks += _checks(notebook, outcome, source.name)
            remarks = [remark.sentence for remark in outcome.remarks if remark.what != outcome.outcome]
            grade.remarks += remarks if source.alone else [f"{source.name}: {remark}" for remark in remarks]
        grade.reason = _reason(submission, outcomes)
        here = [
            outcome for each, outcome in zip(submission.notebooks, outcomes, strict=True) if each.state != "missing"
        ]
        grade.judged = bool(here) and all(outcome.judged for outcome in here)
        self._copy_notes(submission, self.course.places.folder("feedback", assignment.name, submission.student))
        return grade

    def _copy_notes(self, submission: Submission, folder: Path) -> None:
        """Put the notes of nbgrader's exchange beside the feedback pages."""
        notes = self._notes(submission)
        for name in NOTES:
            if name in notes:
                atomic_write(folder / name, notes[name].decode(errors="replace"))
            else:
                (folder / name).unlink(missing_ok=True)

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
    parts = [key, submission.timestamp.decode(errors="replace"), *submission.remarks]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _verdicts(handed_in: HandedIn, notebook: NotebookNode) -> list[Verdict]:
    """Return the verdicts on a notebook. Nobody has to grade a missing one by hand, as with nbgrader."""
    verdicts = Outcome.of(notebook).verdicts
    if handed_in.state != "missing":
        return verdicts
    return [replace(each, points=0 if each.points is None else each.points) for each in verdicts]


def _time(submission: Submission) -> datetime | None:
    words = submission.timestamp.decode(errors="replace").strip()
    try:
        return parse_utc(words) if words else None
    except (ValueError, OverflowError):
        raise GradingError(
            f"timestamp.txt contains {words[:50]!r}, which is not a time: correct it or remove it"
        ) from None


def _reason(submission: Submission, outcomes: list[Outcome]) -> str:
    """Return how the grading ended as one line: the remarks on the files, and the outcomes."""
    parts = []
    for handed_in, outcome in zip(submission.notebooks, outcomes, strict=True):
        line = _ending(handed_in, outcome)
        named = len(outcomes) == 1 or handed_in.remark or not line
        parts.append(line if named else f"{handed_in.name}: {line}")
    return "; ".join(filter(None, [*parts, submission.remark])) or GRADED


def _ending(handed_in: HandedIn, outcome: Outcome) -> str:
    """Return how the grading of one notebook ended; an empty text if there is nothing to say."""
    if outcome.outcome == GRADED or outcome.detail == handed_in.remark:
        return handed_in.remark
    return "; ".join(filter(None, [handed_in.remark, outcome.reason]))


def _checks(notebook: NotebookNode, outcome: Outcome, name: str) -> list[CheckGrade]:
    messages = {verdict.check: verdict.message for verdict in outcome.verdicts}
    return [_check(cell, messages, name) for cell in notebook.cells if grading(cell).get("grade")]


def _check(cell: NotebookNode, messages: dict[str, str], notebook: str) -> CheckGrade:
    about = grading(cell)
    message = messages.get(about["grade_id"], "")
    return CheckGrade(about["grade_id"], about["score"], about["points"], message, notebook)
