"""Two runs of the command in one class folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from autograder.classroom.grade_class import grade_class
from autograder.classroom.run_lock import FolderInUseError, only_run
from tests.support.this_course import class_folder

HOLDER = """
import sys, time
from pathlib import Path
from autograder.classroom.run_lock import only_run
with only_run(Path(sys.argv[1])):
    print("locked", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Start another process that grades in the folder."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "locked\n"
    yield process
    process.kill()
    process.wait()


def test_second_run_is_refused_and_names_the_first(tmp_path, holder):
    with pytest.raises(FolderInUseError, match=rf"{tmp_path}: another run is grading.*process {holder.pid}"):
        grade_class(class_folder(tmp_path))


def test_killed_run_leaves_no_lock(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with only_run(tmp_path):
        pass


def test_runs_one_after_the_other(tmp_path):
    for _ in range(2):
        with only_run(tmp_path):
            pass


def test_other_folder_is_free(tmp_path, holder):
    other = tmp_path / "other"
    other.mkdir()
    with only_run(other):
        pass
