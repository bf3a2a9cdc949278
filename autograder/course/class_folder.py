"""The folder in which nbgrader keeps the submissions, graded notebooks and gradebook of one class."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.course.assignment import Assignment
from autograder.course.course import Course
from autograder.course.nbgrader_config import course_config
from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader.internals import make_tables


class GradingError(AutograderError):
    """nbgrader refused a step. The message quotes nbgrader."""


@dataclass(frozen=True)
class ClassFolder:
    """A folder with `gradebook.db`, `submitted/`, `autograded/` and `feedback/`, in nbgrader's layout."""

    root: Path
    course: Course

    def config(self) -> Config:
        """Return nbgrader's configuration for this folder."""
        return course_config(self.root, self.course)

    @property
    def submitted(self) -> Path:
        """The folder of the submissions: `submitted/<student>/<assignment>/`."""
        return self.root / "submitted"

    @property
    def feedback(self) -> Path:
        """The folder of the feedback pages: `feedback/<student>/<assignment>/`."""
        return self.root / "feedback"

    @property
    def gradebook_url(self) -> str:
        """The database that holds the grades."""
        return self.config().CourseDirectory.db_url

    def feedback_page(self, student: str, assignment: Assignment) -> Path:
        """Return the path of the feedback page on one submission."""
        return self.feedback / student / assignment.name / f"{assignment.notebook_name}.html"

    def graded_notebook(self, student: str, assignment: Assignment) -> Path:
        """Return the path of the graded notebook of one submission."""
        return self.root / "autograded" / student / assignment.name / assignment.path.name

    def open_gradebook(self) -> Gradebook:
        """Return a connection to the gradebook. A new gradebook gets its tables first."""
        coursedir = CourseDirectory(config=self.config())
        make_tables(coursedir.db_url)
        return Gradebook(coursedir.db_url, coursedir.course_id)
