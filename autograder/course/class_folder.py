"""The folder in which nbgrader keeps the submissions, graded notebooks and gradebook of one class."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets import TraitError
from traitlets.config import Config

from autograder.course.assignment import Assignment, CourseError
from autograder.course.course import Course
from autograder.course.nbgrader_config import CONFIG_FILE, read_config
from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader.gradebook_errors import gradebook_errors, gradebook_place
from autograder.engine.nbgrader.internals import make_tables

STRUCTURE = CourseDirectory.directory_structure.default_value


class GradingError(AutograderError):
    """nbgrader refused a step. The message quotes nbgrader."""


@dataclass(frozen=True)
class ClassFolder:
    """A folder with `gradebook.db`, `submitted/`, `autograded/` and `feedback/`, in nbgrader's layout.

    `nbgrader_config.py` of the course or of this folder can name other folders and another gradebook.
    """

    root: Path
    course: Course

    def config(self) -> Config:
        """Return nbgrader's configuration for this folder, which is read once.

        Raises:
            CourseError: a configuration file fails.
        """
        return copy.deepcopy(self._config)

    @cached_property
    def _config(self) -> Config:
        return read_config(self.course, self.root)

    @cached_property
    def _places(self) -> CourseDirectory:
        files = f"{CONFIG_FILE} in {self.root} or {self.course.root}"
        try:
            places = CourseDirectory(config=self._config)
        except TraitError as error:
            raise CourseError(f"{files}: {error} Correct it.") from error
        if places.directory_structure != STRUCTURE:
            raise CourseError(
                f"{files}: CourseDirectory.directory_structure is {places.directory_structure!r}, but `autograder` "
                f"works with {STRUCTURE!r} only. Use `nbgrader autograde`, or remove this setting."
            )
        return places

    @property
    def submitted(self) -> Path:
        """The folder of the submissions: `submitted/<student>/<assignment>/`."""
        return self.root / self._places.submitted_directory

    @property
    def feedback(self) -> Path:
        """The folder of the feedback pages: `feedback/<student>/<assignment>/`."""
        return self.root / self._places.feedback_directory

    @property
    def autograded(self) -> Path:
        """The folder of the graded notebooks: `autograded/<student>/<assignment>/`."""
        return self.root / self._places.autograded_directory

    @property
    def course_id(self) -> str:
        """The name of the course in the gradebook."""
        return self._places.course_id

    @property
    def gradebook_url(self) -> str:
        """The database that holds the grades."""
        return self._places.db_url

    @property
    def gradebook_place(self) -> str:
        """The gradebook as people know it: the path of a file, or an address without its password."""
        return gradebook_place(self.gradebook_url)

    def feedback_page(self, student: str, assignment: Assignment) -> Path:
        """Return the path of the feedback page on one submission."""
        return self.feedback / student / assignment.name / f"{assignment.notebook_name}.html"

    def graded_notebook(self, student: str, assignment: Assignment) -> Path:
        """Return the path of the graded notebook of one submission."""
        return self.autograded / student / assignment.name / assignment.path.name

    def open_gradebook(self) -> Gradebook:
        """Return a connection to the gradebook. A new gradebook gets its tables first.

        Raises:
            GradebookError: the gradebook cannot be opened. The message gives the reason and the remedy.
        """
        with gradebook_errors(self.gradebook_url):
            make_tables(self.gradebook_url)
            return Gradebook(self.gradebook_url, self.course_id)
