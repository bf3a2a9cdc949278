"""nbgrader's folders and gradebook of one course: where things lie, and which assignments there are.

Grades are written by `recording.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from nbgrader.api import Gradebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log

from autograder.course.assignment import SOURCE, Assignment
from autograder.course.nbgrader_config import course_config
from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader.config import engine_config
from autograder.engine.nbgrader.internals import make_tables


class GradingError(AutograderError):
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
        self.open_gradebook().close()
        (self.root / "build").mkdir(exist_ok=True)
        with TemporaryDirectory(dir=self.root / "build") as scratch:
            config = course_config(self.root)
            config.merge(engine_config())
            config.CourseDirectory.assignment_id = assignment.name
            config.CourseDirectory.update(source_directory=str(SOURCE), release_directory=scratch)
            converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
            converter.force = True
            result = capture_log(converter)
        if not result["success"]:
            raise GradingError(_reason(result))

    def graded_notebook(self, student: str, assignment: Assignment) -> Path:
        """Where the notebook lies that was graded."""
        return self.root / "autograded" / student / assignment.name / assignment.path.name

    def open_gradebook(self) -> Gradebook:
        """A connection to the gradebook, whose tables are made where it is new."""
        coursedir = CourseDirectory(config=course_config(self.root))
        make_tables(coursedir.db_url)
        return Gradebook(coursedir.db_url, coursedir.course_id)


def _reason(result: dict[str, str]) -> str:
    """Why nbgrader failed: the first error in its log names the cause, the last lines only that there was one."""
    errors = [line for line in result.get("log", "").splitlines() if line.startswith("[ERROR]")]
    lines = [*errors, *result.get("error", "").strip().splitlines()[-1:], "nbgrader gave no reason"]
    return lines[0].removeprefix("[ERROR] ")
