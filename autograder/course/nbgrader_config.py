"""nbgrader's configuration for a course, shared by nbgrader's commands and ours."""

from __future__ import annotations

import os
import sys
import traceback
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path

from nbgrader.preprocessors import ClearMarkScheme, ClearOutput, IncludeHeaderFooter, LockCells
from sqlalchemy.engine import make_url
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.course.assignment import CourseError
from autograder.course.course import Course, find_course
from autograder.course.course_file import course_root
from autograder.course.places import configured_places
from autograder.course.solution_steps import ExecuteInOnePiece, RefuseErrors, StableMetadata
from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader.collect import DownloadCollector
from autograder.engine.nbgrader.command_path import find_commands
from autograder.engine.nbgrader.config import steps_of_release
from autograder.engine.nbgrader.extract import SafeExtractor
from autograder.engine.nbgrader.marks import marks_of
from autograder.engine.nbgrader.preprocessors import MarkEdition
from autograder.engine.notebook.regions import use_marks

CELL_TIME_LIMIT = 120
"""Time limit for one cell of a solution, in seconds. The first may wait for a large library on a busy machine."""

STUDENT_TIME_LIMIT = 30
"""Time limit for one cell of a submission, in seconds, in a process that has imported its libraries."""

CONFIG_FILE = "nbgrader_config.py"
"""The instructor's settings, in the course folder and in a class folder."""

_reading: ContextVar[tuple[Path, Course] | None] = ContextVar("_reading", default=None)
"""The class folder and the course for which a configuration file is being read."""


def course_config(folder: Path | None = None, course: Course | None = None) -> Config:
    """Return the configuration for a folder that contains nbgrader's sub-folders.

    The gradebook is `gradebook.db` in the folder, and nbgrader's exchange is `exchange/`. For the course folder itself,
    the environment variables AUTOGRADER_DB and AUTOGRADER_EXCHANGE replace them.

    Args:
        folder: the course folder or a class folder; by default the course folder. In a configuration file that
            `read_config` reads, the default is the folder that it reads the file for.
        course: the course. The default is the course that contains `folder`, else the current folder, else this
            package, so that a copy of `nbgrader_config.py` works anywhere.

    Raises:
        CourseError: no course is found, or `course.toml` has a mistake.
    """
    if folder is None and course is None and (reading := _reading.get()):
        folder, course = reading
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
    c.CourseDirectory.db_url = sqlite_url(root / "gradebook.db")
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
    c.Examine.hidden_checks_in_student_process = course.hidden_checks_in_student_process
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


def sqlite_url(path: Path) -> str:
    """Return the address of a SQLite file. The address would end at a ? in the path, and a % would begin a code."""
    return f"sqlite:///{str(path).replace('%', '%25').replace('?', '%3F')}"


def _anchored(url: str, root: Path) -> str:
    """Return the address of a gradebook whose path does not depend on the current folder."""
    parsed = make_url(url)
    path = parsed.database
    if parsed.get_backend_name() != "sqlite" or not path or path.startswith((":", "file:")) or Path(path).is_absolute():
        return url
    return parsed.set(database=str(root / path)).render_as_string(hide_password=False)


def read_config(course: Course, folder: Path | None = None) -> Config:
    """Return the configuration that nbgrader's commands find: ours, then `nbgrader_config.py` of course and class.

    The marks that it configures are those of this process from now on.

    The gradebook and the exchange in the course's own file belong to the course folder. Another class folder has its
    own ones, unless its own file names others.

    Args:
        course: the course.
        folder: a class folder; by default the course folder.

    Raises:
        CourseError: a file fails. The message names the file and the line.
    """
    root = (folder or course.root).resolve()
    ours = course_config(root, course)
    config = course_config(root, course)
    config.merge(_read_file(course.root.resolve(), root, course))
    if root != course.root.resolve():
        config.CourseDirectory.db_url, config.Exchange.root = ours.CourseDirectory.db_url, ours.Exchange.root
        config.merge(_read_file(root, root, course))
    config.CourseDirectory.root = ours.CourseDirectory.root
    config.CourseDirectory.db_url = _anchored(config.CourseDirectory.db_url, root)
    use_marks(marks_of(config))
    return config


def configured(course: Course) -> Course:
    """Return a course with the folders and settings that its `nbgrader_config.py` names.

    The marks that the file configures are those of this process from now on.

    Raises:
        CourseError: the file fails, or names folders that cannot be used.
    """
    config = read_config(course)
    preload = config.Examine.preload
    return replace(
        course,
        configured=configured_places(config, str(course.root / CONFIG_FILE)),
        preload=None if preload is None else tuple(preload),
        hidden_checks_in_student_process=bool(config.Examine.hidden_checks_in_student_process),
    )


def _read_file(place: Path, root: Path, course: Course) -> Config:
    """Return the settings in the file in `place`, read for the class folder `root`; empty if there is no file."""
    if not (place / CONFIG_FILE).is_file():
        return Config()
    if str(place) not in sys.path:
        sys.path.append(str(place))  # the file may name plugins in a module beside it, as nbgrader's commands allow
    token = _reading.set((root, course))
    try:
        return PyFileConfigLoader(CONFIG_FILE, str(place)).load_config()
    except AutograderError:
        raise
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == str(place / CONFIG_FILE)]
        words = str(error)
        if isinstance(error, SyntaxError):
            lines, words = [error.lineno], error.msg
        line = f", line {lines[-1]}" if lines else ""
        reason = " ".join(f"{type(error).__name__}: {words}".split())
        raise CourseError(f"{place / CONFIG_FILE}{line}: this file fails with {reason}. Correct it.") from error
    finally:
        _reading.reset(token)
