"""Writes the grades of a class: the only module that does.

What a submission deserves is computed elsewhere; here it is entered in the gradebook, turned into feedback, and read
again. What to enter is nbgrader's to say, in the steps that `nbgrader autograde` and `generate_feedback` take; they
are taken over one connection and in one commit, for opening a gradebook and reading a cell at a time costs more than
many a submission takes to judge.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import InvalidEntry, MissingEntry, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties, GetGrades, NbGraderPreprocessor, SaveAutoGrades
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SQLAlchemyError

from autograder.config import course_config
from autograder.course import Assignment, files_beside
from autograder.exchange import NOTES
from autograder.feedback import feedback_page
from autograder.gradebook import CourseFolder, GradingError
from autograder.intake import read_note
from autograder.pages import write_text
from autograder.saving import KnownCells, grades_of, one_commit

GRADED = "graded"
READ_ONLY = 0o444
"""Of files in `autograded/`, as nbgrader makes them: what was graded is not to be edited."""


@dataclass
class CheckGrade:
    """What one check said: its points, and the message where they were not all given."""

    check: str
    points: float
    max_points: float
    message: str = ""


@dataclass
class Grade:
    """What a submission got. `reason` says how the grading ended, in a line for student and instructor.

    `judged` is whether there was a notebook to grade; `remarks` say what in it was not as handed out.
    """

    student: str
    assignment: str
    reason: str
    points: float = 0
    max_points: float = 0
    checks: list[CheckGrade] = field(default_factory=list)
    judged: bool = True
    remarks: list[str] = field(default_factory=list)


class Recorder:
    """Enters one submission after the other in a course's gradebook; to be used from one thread."""

    def __init__(self, course: CourseFolder) -> None:
        """Open the gradebook."""
        self.course = course
        self.gradebook = course.open_gradebook()
        self.save, self.get = SaveAutoGrades(), GetGrades()

    def close(self) -> None:
        """Close the gradebook."""
        self.gradebook.close()

    def enter(
        self, student: str, assignment: Assignment, graded: str, key: str, reason: str, timestamp: bytes = b""
    ) -> Grade:
        """Record a notebook that was graded, write its feedback page, and say what it got.

        Nothing is entered where just this was recorded before. Manual scores and comments stay as they are.

        Args:
            student: who handed it in.
            assignment: what it answers.
            graded: the graded notebook as JSON.
            key: names what was graded with what.
            reason: how the grading ended, in a line.
            timestamp: nbgrader's note of when it was handed in; empty where there is none.

        Raises:
            GradingError: the gradebook would not have it; nothing of it was entered.
        """
        mark = hashlib.sha256(key.encode() + timestamp).hexdigest()
        try:
            with self._closed_session():
                notebook = self._recorded(student, assignment, mark)
                if notebook is None:
                    notebook = nbformat.from_dict(json.loads(graded))
                    notebook.metadata.setdefault("autograder", {})["key"] = mark
                    self._record(student, assignment, notebook, timestamp)
                grade, late = self._read(student, assignment, notebook, reason)
                given = {"notebook": assignment.notebook_name, "student": student, "late_penalty": late}
                given |= {"score": grade.points - late, "max_score": grade.max_points}
                write_text(self.course.feedback_page(student, assignment), feedback_page(notebook, given))
                self._put_notes(student, assignment, timestamp)
                return grade
        except (SQLAlchemyError, MissingEntry, InvalidEntry) as error:
            raise GradingError(f"the gradebook says: {str(error).partition(chr(10))[0]}") from error

    @contextmanager
    def _closed_session(self) -> Iterator[None]:
        try:
            yield
        finally:
            self.gradebook.db.remove()  # so that others may write, and nothing is remembered

    def _recorded(self, student: str, assignment: Assignment, mark: str) -> NotebookNode | None:
        """The notebook that was recorded under this mark, if the gradebook still has its scores."""
        try:
            text = self.course.graded_notebook(student, assignment).read_text(encoding="utf-8")
            notebook = nbformat.v4.reads(text)
            if notebook.metadata.autograder["key"] != mark:
                return None
            grades = grades_of(self.gradebook, self._find(student, assignment))
            return notebook if all(each.auto_score is not None for each in grades) else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, MissingEntry):
            return None

    def _find(self, student: str, assignment: Assignment) -> SubmittedNotebook:
        return self.gradebook.find_submission_notebook(assignment.notebook_name, assignment.name, student)

    # -- in

    def _record(self, student: str, assignment: Assignment, notebook: NotebookNode, timestamp: bytes) -> None:
        """Enter the scores, then put the notebook in its place: one without the other is recorded again."""
        when = _time(timestamp)
        with one_commit(self.gradebook):
            self.gradebook.update_or_create_student(student)
            submission = self.gradebook.update_or_create_submission(
                assignment.name, student, **({"timestamp": when} if when else {})
            )
            self._run(self.save, student, assignment, notebook)
            self._find(student, assignment).late_submission_penalty = None
            late = submission.total_seconds_late > 0
        if late:
            resources = self._resources(student, assignment)
            AssignLatePenalties(config=course_config(self.course.root)).preprocess(notebook, resources)
        self._put(student, assignment, notebook, timestamp)

    def _run(self, step: NbGraderPreprocessor, student: str, assignment: Assignment, notebook: NotebookNode) -> None:
        """Let a step of nbgrader's go over the cells, with what the gradebook holds on them read beforehand."""
        of = (assignment.notebook_name, assignment.name, student)
        step.notebook_id, step.assignment_id, step.student_id = of
        step.gradebook = KnownCells(self.gradebook, *of)
        with self.gradebook.db.no_autoflush:
            for k, cell in enumerate(notebook.cells):
                step.preprocess_cell(cell, {}, k)

    def _resources(self, student: str, assignment: Assignment) -> dict:
        given = {"student": student, "assignment": assignment.name, "notebook": assignment.notebook_name}
        return {"nbgrader": {**given, "db_url": self.course.gradebook_url}}

    def _put(self, student: str, assignment: Assignment, notebook: NotebookNode, timestamp: bytes) -> None:
        """Make the folder in `autograded/` anew, whole or not at all, as nbgrader's converter would."""
        folder = self.course.graded_notebook(student, assignment).parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{assignment.name}-"))
        try:
            new, old = scratch / "new", scratch / "old"
            files = {**files_beside(assignment), **self._notes(student, assignment, timestamp)}
            # in one line: with line breaks, for people who compare versions, a fifth of the time here would go into it
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

    def _notes(self, student: str, assignment: Assignment, timestamp: bytes) -> dict[str, bytes]:
        """What nbgrader's exchange laid beside a submission: when it came, and a secret.

        By these `nbgrader release_feedback` gives a page to the one who handed in, and to nobody else.
        """
        secret = read_note(self.course.submitted / student / assignment.name / "submission_secret.txt")
        return {name: content for name, content in zip(NOTES, (timestamp, secret), strict=True) if content}

    def _put_notes(self, student: str, assignment: Assignment, timestamp: bytes) -> None:
        folder = self.course.feedback_page(student, assignment).parent
        notes = self._notes(student, assignment, timestamp)
        for name in NOTES:
            if name in notes:
                write_text(folder / name, notes[name].decode(errors="replace"))
            else:
                (folder / name).unlink(missing_ok=True)

    # -- out

    def _read(self, student: str, assignment: Assignment, notebook: NotebookNode, reason: str) -> tuple[Grade, float]:
        """What the gradebook holds on a submission, and the points taken off since it was late.

        Scores and comments are put into the notebook's cells, the messages of the checks taken from them.
        """
        self._run(self.get, student, assignment, notebook)
        submitted = self._find(student, assignment)
        checks = []
        for cell in notebook.cells:
            about = cell.metadata.get("nbgrader", {})
            if about.get("grade"):
                errors = [output.evalue for output in cell.get("outputs", []) if output.output_type == "error"]
                message = errors[0] if errors else ""
                checks.append(CheckGrade(about.grade_id, about.score, about.points, message))
        grade = Grade(student, assignment.name, reason, submitted.score, submitted.max_score, checks)
        return grade, submitted.late_submission_penalty or 0


def _time(timestamp: bytes) -> datetime | None:
    words = timestamp.decode(errors="replace").strip()
    try:
        return parse_utc(words) if words else None
    except ValueError:
        raise GradingError(f"timestamp.txt holds no time but {words[:50]!r}: mend it or remove it") from None
