"""nbgrader's configuration for a course, shared by nbgrader's commands and ours."""

from __future__ import annotations

import os
from pathlib import Path

from nbgrader.preprocessors import ClearMarkScheme, ClearOutput, IncludeHeaderFooter, LockCells
from traitlets.config import Config

from autograder.course.course import Course, find_course
from autograder.course.course_file import course_root
from autograder.course.solution_steps import ExecuteInOnePiece, RefuseErrors, StableMetadata
from autograder.engine.nbgrader.collect import DownloadCollector
from autograder.engine.nbgrader.command_path import find_commands
from autograder.engine.nbgrader.config import steps_of_release
from autograder.engine.nbgrader.extract import SafeExtractor
from autograder.engine.nbgrader.preprocessors import MarkEdition

CELL_TIME_LIMIT = 120
"""Time limit for one cell of a solution, in seconds. The first may wait for a large library on a busy machine."""

STUDENT_TIME_LIMIT = 30
"""Time limit for one cell of a submission, in seconds, in a process that has imported its libraries."""


def course_config(folder: Path | None = None, course: Course | None = None) -> Config:
    """Return the configuration for a folder that contains nbgrader's sub-folders.

    The gradebook is `gradebook.db` in the folder, and nbgrader's exchange is `exchange/`. For the course folder itself,
    the environment variables AUTOGRADER_DB and AUTOGRADER_EXCHANGE replace them.

    Args:
        folder: the course folder or a class folder; by default the course folder.
        course: the course. The default is the course that contains `folder`, else the current folder, else this
            package, so that a copy of `nbgrader_config.py` works anywhere.

    Raises:
        CourseError: no course is found, or `course.toml` has a mistake.
    """
    if course is None:
        start = folder or Path.cwd()
        course = find_course(start if course_root(start) else course_root(Path(__file__)) or start)
    root = (folder or course.root).resolve()
    find_commands()
    c = Config()
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.course_id = course.id
    c.CourseDirectory.solution_directory = "solutions"
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", ".pytest_cache"]
    c.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    c.Exchange.root = str(root / "exchange")
    if root == course.root.resolve():
        c.CourseDirectory.db_url = os.environ.get("AUTOGRADER_DB", c.CourseDirectory.db_url)
        c.Exchange.root = os.environ.get("AUTOGRADER_EXCHANGE", c.Exchange.root)
    c.ZipCollectApp.update(extractor_plugin=SafeExtractor, collector_plugin=DownloadCollector)
    c.FileNameCollectorPlugin.named_regexp = course.download_pattern()
    c.GenerateAssignment.preprocessors = steps_of_release()
    c.MarkEdition.update(course=course.id, edition=course.edition)
    c.Restore.edition = course.edition
    c.Examine.preload = None if course.preload is None else list(course.preload)
    c.Execute.timeout = STUDENT_TIME_LIMIT
    c.ExecuteInOnePiece.timeout = CELL_TIME_LIMIT
    c.Execute.record_timing = False
    c.GenerateSolution.preprocessors = [
        IncludeHeaderFooter,
        LockCells,
        ClearOutput,
        ClearMarkScheme,
        ExecuteInOnePiece,
        RefuseErrors,
        StableMetadata,
        MarkEdition,
    ]
    return c
