"""nbgrader's configuration for this course, in one place for nbgrader's commands and for ours.

Only settings stand here; what they switch on stands in `preprocessors.py` and in nbgrader.
"""

from __future__ import annotations

import os
from pathlib import Path

from nbgrader.preprocessors import ClearMarkScheme, ClearOutput, IncludeHeaderFooter, LockCells
from traitlets.config import Config

from autograder.course.assignment import ROOT, assignment_names
from autograder.course.solution_steps import ExecuteInOnePiece, RefuseErrors, StableMetadata
from autograder.engine.nbgrader.command_path import find_commands

COURSE_ID = "simple_rnn"
CELL_TIME_LIMIT = 120
"""Seconds of wall clock for one cell of a solution: the first may wait for TensorFlow's import on a busy machine."""

STUDENT_TIME_LIMIT = 30
"""The same for one cell of a submission, in a process that has everything imported."""


def course_config(root: Path = ROOT) -> Config:
    """The configuration for a course folder `root` with nbgrader's sub-folders in it.

    The gradebook is `gradebook.db` in `root` and nbgrader's exchange is `exchange/`; for the project's own folder
    the environment variables AUTOGRADER_DB and AUTOGRADER_EXCHANGE name others.
    """
    find_commands()
    c = Config()
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.course_id = COURSE_ID
    c.CourseDirectory.solution_directory = "solutions"
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", ".pytest_cache"]
    c.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    c.Exchange.root = str(root / "exchange")
    if root == ROOT:
        c.CourseDirectory.db_url = os.environ.get("AUTOGRADER_DB", c.CourseDirectory.db_url)
        c.Exchange.root = os.environ.get("AUTOGRADER_EXCHANGE", c.Exchange.root)
    c.FileNameCollectorPlugin.named_regexp = collected_names()
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
    ]
    return c


def collected_names() -> str:
    """How `nbgrader zip_collect` reads the file names of learning platforms.

    The student's id is what stands before the first underscore of the file's name, or of its folder's; the notebook
    is the assignment's whose name follows: `ada_12345_numpy_rnn.ipynb`, `ada_12345_file_/numpy_rnn.ipynb`.
    """
    notebooks = "|".join(name.partition("_")[2] for name in assignment_names())
    return rf"^.*/(?P<student_id>[^/_]+)[_/][^/]*?/?(?P<file_id>{notebooks})[^/]*\.ipynb$"
