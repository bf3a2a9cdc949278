"""A class folder that many tests copy, because nbgrader takes long to enter an assignment in a gradebook."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from autograder.classroom.register import register
from autograder.course.class_folder import ClassFolder
from tests.support.this_course import class_folder, read_assignment


@pytest.fixture(scope="session")
def registered_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose gradebook has the cells of one assignment, and nothing else. Do not change it."""
    root = tmp_path_factory.mktemp("registered")
    register(class_folder(root), read_assignment("04_numpy_rnn"))
    return root


@pytest.fixture
def registered(registered_once: Path, tmp_path: Path) -> ClassFolder:
    """Return a class folder in `tmp_path` whose gradebook has the cells of one assignment."""
    return class_folder(Path(shutil.copytree(registered_once, tmp_path, dirs_exist_ok=True)))
