"""The folder in which nbgrader keeps the submissions, graded notebooks and gradebook of one class."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbgrader.api import Gradebook
from traitlets.config import Config

from autograder.course.assignment import Assignment
from autograder.course.course import Course
from autograder.course.nbgrader_config import CONFIG_FILE, read_config
from autograder.course.places import Places, configured_places
from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader.gradebook_errors import gradebook_errors, gradebook_place
from autograder.engine.nbgrader.internals import make_tables


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
    def places(self) -> Places:
        """The folders of each step of nbgrader.

        Raises:
            CourseError: a configuration file fails, or names folders that cannot be used.
        """
        return configured_places(self._config, f"{CONFIG_FILE} in {self.root} or {self.course.root}")

    @property
    def submitted(self) -> Path:
        """The folder of the submissions, usually `submitted/<student>/<assignment>/`."""
        return self.places.top("submitted")

    @property
    def feedback(self) -> Path:
        """The folder of the feedback pages, usually `feedback/<student>/<assignment>/`."""
        return self.places.top("feedback")

    @property
    def autograded(self) -> Path:
        """The folder of the graded notebooks, usually `autograded/<student>/<assignment>/`."""
        return self.places.top("autograded")

    @property
    def summary(self) -> Path:
        """The file with all grades of a run."""
        return self.root / self.places.directory.feedback_directory / "summary.json"

    @property
    def course_id(self) -> str:
        """The name of the course in the gradebook."""
        return self.places.directory.course_id

    @property
    def gradebook_url(self) -> str:
        """The database that holds the grades."""
        return self.places.directory.db_url

    @property
    def gradebook_place(self) -> str:
        """The gradebook as people know it: the path of a file, or an address without its password."""
        return gradebook_place(self.gradebook_url)

    def feedback_page(self, student: str, assignment: Assignment, notebook: str = "") -> Path:
        """Return the path of the feedback page on a notebook of a submission, by default on the assignment's only one.

        Raises:
            CourseError: the assignment has several notebooks, and none is named.
        """
        name = notebook or assignment.notebook_name
        return self.places.folder("feedback", assignment.name, student) / f"{name}.html"

    def graded_notebook(self, student: str, assignment: Assignment, notebook: str = "") -> Path:
        """Return the path of the graded notebook of a submission. Raises as `feedback_page` does."""
        name = notebook or assignment.notebook_name
        return self.places.folder("autograded", assignment.name, student) / f"{name}.ipynb"

    def open_gradebook(self) -> Gradebook:
        """Return a connection to the gradebook. A new gradebook gets its tables first.

        Raises:
            GradebookError: the gradebook cannot be opened. The message gives the reason and the remedy.
        """
        with gradebook_errors(self.gradebook_url):
            make_tables(self.gradebook_url)
            return Gradebook(self.gradebook_url, self.course_id)
