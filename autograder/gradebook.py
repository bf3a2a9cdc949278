"""nbgrader's gradebook and folders of one course: the only module that writes grades.

What a submission deserves is computed elsewhere; here it is recorded, turned into feedback, and read again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import capture_log
from traitlets.config import Config

from autograder.config import course_config
from autograder.course import SOURCE, Assignment
from autograder.intake import read_note
from autograder.saving import SaveAutoGradesAtOnce, grades_of
from autograder.settings import engine_config

GRADED = "graded"


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

    def record(self, student: str, assignment: Assignment, graded: str, key: str, timestamp: bytes = b"") -> None:
        """Enter a notebook that was graded: its scores, and the notebook itself in `autograded/`.

        Manual scores and comments stay as they are. `key` names what was graded, as for `holds`; `timestamp` is
        nbgrader's note of when it was handed in.

        Raises:
            GradingError: nbgrader would not have it.
        """
        notebook = nbformat.from_dict(json.loads(graded))
        notebook.metadata.setdefault("autograder", {})["key"] = _mark(key, timestamp)
        (self.root / "build").mkdir(exist_ok=True)
        with TemporaryDirectory(dir=self.root / "build") as scratch:
            folder = Path(scratch) / student / assignment.name
            folder.mkdir(parents=True)
            (folder / assignment.path.name).write_text(json.dumps(notebook), encoding="utf-8")
            if timestamp:
                (folder / "timestamp.txt").write_bytes(timestamp)
            if secret := read_note(self.submitted / student / assignment.name / "submission_secret.txt"):
                # by which `nbgrader release_feedback` gives a page to the one who handed in, and to nobody else
                (folder / "submission_secret.txt").write_bytes(secret)
            config = self._config(assignment.name, student, source_directory=str(SOURCE), submitted_directory=scratch)
            config.Autograde.sanitize_preprocessors = [SaveAutoGradesAtOnce, AssignLatePenalties]
            self._run(_Record(coursedir=CourseDirectory(config=config), config=config))

    def holds(self, student: str, assignment: Assignment, key: str, timestamp: bytes = b"") -> bool:
        """Whether just this was recorded before, and the gradebook still has it."""
        path = self._graded(student, assignment)
        try:
            recorded = json.loads(path.read_text(encoding="utf-8"))["metadata"]["autograder"]["key"]
            if recorded != _mark(key, timestamp):
                return False
            with self._gradebook() as gradebook:
                notebook = gradebook.find_submission_notebook(assignment.notebook_name, assignment.name, student)
                return all(each.auto_score is not None for each in notebook.grades)
        except (OSError, ValueError, KeyError, TypeError, MissingEntry):
            return False

    def write_feedback(self, student: str, assignment: Assignment) -> None:
        """Write the feedback page on a graded submission.

        Raises:
            GradingError: nbgrader could not write it.
        """
        config = self._config(assignment.name, student)
        self._run(GenerateFeedback(coursedir=CourseDirectory(config=config), config=config))

    def read_grade(self, student: str, assignment: Assignment, reason: str) -> Grade:
        """What the gradebook holds on a submission, with the messages of the checks from its graded notebook."""
        messages = _messages(self._graded(student, assignment))
        with self._gradebook() as gradebook:
            submission = gradebook.find_submission_notebook(assignment.notebook_name, assignment.name, student)
            checks = [
                CheckGrade(grade.name, grade.score, grade.max_score, messages.get(grade.name, ""))
                for grade in grades_of(gradebook, submission)
            ]
            order = {name: k for k, name in enumerate(messages)}
            checks.sort(key=lambda each: order.get(each.check, len(order)))
            return Grade(student, assignment.name, reason, submission.score, submission.max_score, checks)

    def _graded(self, student: str, assignment: Assignment) -> Path:
        return self.root / "autograded" / student / assignment.name / assignment.path.name

    def _gradebook(self) -> Gradebook:
        coursedir = CourseDirectory(config=course_config(self.root))
        return Gradebook(coursedir.db_url, coursedir.course_id)

    def _config(self, assignment: str, student: str | None = None, **directories: str) -> Config:
        config = course_config(self.root)
        config.merge(engine_config())
        config.CourseDirectory.assignment_id = assignment
        if student:
            config.CourseDirectory.student_id = student
        config.CourseDirectory.update(directories)
        return config

    def _run(self, converter: BaseConverter) -> None:
        converter.force = True
        result = capture_log(converter)
        if not result["success"]:
            raise GradingError(_reason(result))


def _reason(result: dict[str, str]) -> str:
    """Why nbgrader failed: the first error in its log names the cause, the last lines only that there was one."""
    errors = [line for line in result.get("log", "").splitlines() if line.startswith("[ERROR]")]
    lines = [*errors, *result.get("error", "").strip().splitlines()[-1:], "nbgrader gave no reason"]
    return lines[0].removeprefix("[ERROR] ")


class _Record(Autograde):
    """nbgrader's `Autograde` for a notebook that is restored and has run: what is left is to write it down."""

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Run one of nbgrader's two rounds: the one that reads from where submissions lie."""
        self._init_preprocessors()
        BaseConverter.convert_single_notebook(self, notebook_filename)


def _messages(graded: Path) -> dict[str, str]:
    """Check cell → the message of its error, empty where there was none."""
    messages = {}
    for cell in nbformat.from_dict(json.loads(graded.read_text(encoding="utf-8"))).cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            errors = [output.evalue for output in cell.get("outputs", []) if output.output_type == "error"]
            messages[cell.metadata.nbgrader.grade_id] = errors[0] if errors else ""
    return messages


def _mark(key: str, timestamp: bytes) -> str:
    return hashlib.sha256(key.encode() + timestamp).hexdigest()
