"""Enters assignments in the gradebook of a class with nbgrader's own converter."""

from __future__ import annotations

import os
import re
from tempfile import TemporaryDirectory
from typing import Any

from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log

from autograder.course.assignment import Assignment
from autograder.course.class_folder import ClassFolder, GradingError
from autograder.engine.nbgrader.config import engine_config
from autograder.engine.nbgrader.gradebook_errors import describe_error
from autograder.engine.nbgrader.internals import SaveCellsAtOnce

DATABASE_ERROR = re.compile(r"^sqlalchemy\.exc\.\w+: (.*)", re.M)
"""The line of a traceback that has the words of the database."""


class _EnterCells(GenerateAssignment):
    """nbgrader's converter from `source/` to `release/` for one assignment. What it writes goes to a scratch folder."""

    def __init__(self, scratch: str, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.scratch, self.assignment = scratch, assignment

    def init_notebooks(self) -> None:
        """Take the notebooks of the assignment, because nbgrader's search takes a `[` in their path for a pattern."""
        folder = self._format_source(self.assignment.name, ".")
        self.assignments = {folder: [os.path.join(folder, each.path.name) for each in self.assignment.notebooks]}

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return os.path.join(self.scratch, assignment_id)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Change no modes, because the scratch folder is removed."""


def register(folder: ClassFolder, assignment: Assignment) -> None:
    """Enter the cells and points of an assignment, as its source notebooks have them, in the gradebook of a class.

    Raises:
        GradingError: nbgrader refused. The message gives its reason.
    """
    folder.open_gradebook().close()
    (folder.root / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(dir=folder.root / "build") as scratch:
        config = folder.config()
        config.merge(engine_config())
        source = folder.course.places.directory
        config.CourseDirectory.update(
            assignment_id=assignment.name,
            root=source.root,
            source_directory=source.source_directory,
            directory_structure=source.directory_structure,
            notebook_id=source.notebook_id,
        )
        converter = _EnterCells(scratch, assignment, coursedir=CourseDirectory(config=config), config=config)
        converter.force = True
        # the release is not kept, so all steps after the one that enters the cells are left out
        converter.preprocessors = converter.preprocessors[: converter.preprocessors.index(SaveCellsAtOnce) + 1]
        result = capture_log(converter)
    if not result["success"]:
        raise GradingError(_reason(result, folder))


def _reason(result: dict[str, str], folder: ClassFolder) -> str:
    """Return the first error in nbgrader's log, which names the cause. The last lines only report the failure."""
    words = DATABASE_ERROR.search(result.get("log", ""))
    if words:
        return describe_error(words[1], folder.gradebook_place)
    errors = [line for line in result.get("log", "").splitlines() if line.startswith("[ERROR]")]
    lines = [*errors, *result.get("error", "").strip().splitlines()[-1:], "nbgrader gave no reason"]
    return lines[0].removeprefix("[ERROR] ")
