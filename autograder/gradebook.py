"""nbgrader's gradebook and folders of one course: the only module that writes grades.

What a submission deserves is computed elsewhere; here it is recorded, turned into feedback, and read again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log
from traitlets.config import Config

from autograder.config import course_config
from autograder.course import SOURCE, Assignment, CourseError


@dataclass
class CheckGrade:
    """What one check said: its points, and the message where they were not all given."""

    check: str
    points: float
    max_points: float
    message: str = ""


@dataclass
class Grade:
    """What a submission got. `reason` says how the grading ended, in a line for student and instructor."""

    student: str
    assignment: str
    reason: str
    points: float = 0
    max_points: float = 0
    checks: list[CheckGrade] = field(default_factory=list)


class GradingError(Exception):
    """nbgrader refused a step; the message holds its own words."""


@dataclass(frozen=True)
class CourseFolder:
    """A folder with `gradebook.db`, `submitted/`, `autograded/` and `feedback/` in it, as nbgrader lays them out."""

    root: Path

    @property
    def submitted(self) -> Path:
        """Where submissions lie: `submitted/<student>/<assignment>/`."""
        return self.root / "submitted"

    @property
    def feedback(self) -> Path:
        """Where feedback pages lie: `feedback/<student>/<assignment>/`."""
        return self.root / "feedback"

    @property
    def gradebook_url(self) -> str:
        """The database that holds the grades."""
        return course_config(self.root).CourseDirectory.db_url

    def feedback_page(self, student: str, assignment: Assignment) -> Path:
        """The feedback page on one submission."""
        return self.feedback / student / assignment.name / f"{assignment.notebook_name}.html"

    def register(self, assignment: Assignment) -> None:
        """Enter an assignment's cells and points, as they stand in `source/`, in the gradebook.

        Raises:
            GradingError: nbgrader refused, for instance since points changed after grading.
        """
        (self.root / "build").mkdir(exist_ok=True)
        with TemporaryDirectory(dir=self.root / "build") as scratch:
            config = self._config(assignment.name, source_directory=str(SOURCE), release_directory=scratch)
            self._run(GenerateAssignment(coursedir=CourseDirectory(config=config), config=config))

    def autograde(self, student: str, assignment: Assignment, notebook: bytes) -> None:
        """Grade a readable notebook and record what it got; manual scores and comments stay as they are.

        Raises:
            GradingError: nbgrader could not grade it.
        """
        (self.root / "build").mkdir(exist_ok=True)
        with TemporaryDirectory(dir=self.root / "build") as scratch:
            folder = Path(scratch) / student / assignment.name
            folder.mkdir(parents=True)
            (folder / assignment.path.name).write_bytes(notebook)
            config = self._config(assignment.name, student, source_directory=str(SOURCE), submitted_directory=scratch)
            self._run(Autograde(coursedir=CourseDirectory(config=config), config=config))

    def write_feedback(self, student: str, assignment: Assignment) -> None:
        """Write the feedback page on a graded submission.

        Raises:
            GradingError: nbgrader could not write it.
        """
        config = self._config(assignment.name, student)
        self._run(GenerateFeedback(coursedir=CourseDirectory(config=config), config=config))

    def read_grade(self, student: str, assignment: Assignment, reason: str) -> Grade:
        """What the gradebook holds on a submission, with the messages of the checks from its graded notebook."""
        config = self._config(assignment.name, student)
        coursedir = CourseDirectory(config=config)
        path = self.root / "autograded" / student / assignment.name / assignment.path.name
        messages = _messages(path)
        with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
            submission = gradebook.find_submission_notebook(assignment.notebook_name, assignment.name, student)
            checks = [
                CheckGrade(grade.name, grade.score, grade.max_score, messages.get(grade.name, ""))
                for grade in submission.grades
            ]
            order = {name: k for k, name in enumerate(messages)}
            checks.sort(key=lambda each: order.get(each.check, len(order)))
            return Grade(student, assignment.name, reason, submission.score, submission.max_score, checks)

    def _config(self, assignment: str, student: str | None = None, **directories: str) -> Config:
        config = course_config(self.root)
        config.CourseDirectory.assignment_id = assignment
        if student:
            config.CourseDirectory.student_id = student
        config.CourseDirectory.update(directories)
        return config

    def _run(self, converter: BaseConverter) -> None:
        converter.force = True
        result = capture_log(converter)
        if not result["success"]:
            raise GradingError((result.get("error") or result.get("log") or "nbgrader gave no reason").strip())


def _messages(graded: Path) -> dict[str, str]:
    """Check cell → the message of its error, empty where there was none."""
    messages = {}
    for cell in nbformat.read(graded, as_version=4).cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            errors = [output.evalue for output in cell.get("outputs", []) if output.output_type == "error"]
            messages[cell.metadata.nbgrader.grade_id] = errors[0] if errors else ""
    return messages


def untouched(assignment: Assignment, release: Path) -> bytes:
    """The student's version of an assignment, which gets no points: what stands for a submission that is none.

    Raises:
        CourseError: there is no student's version.
    """
    path = release / assignment.name / assignment.path.name
    try:
        return path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}. Run `make build`.") from error


def is_notebook(data: bytes) -> str:
    """Why these bytes are no notebook; empty where they are one."""
    if not data.strip():
        return "unreadable: the file is empty; save the notebook and hand it in again"
    try:
        nbformat.reads(data.decode("utf-8"), as_version=4)
    except (UnicodeDecodeError, json.JSONDecodeError, nbformat.reader.NotJSONError):
        return "unreadable: the file is not a notebook (not JSON); hand in the .ipynb file itself"
    except Exception as error:
        return f"unreadable: not a valid notebook ({str(error).splitlines()[0][:120]})"
    return ""
