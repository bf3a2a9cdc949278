"""The two configurations in the instructor's guide for a hub: both find the exchange from any folder."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.this_course import RELEASE, ROOT

NAME = "04_numpy_rnn"
GUIDE = (ROOT / "docs" / "for-instructors.md").read_text()


@pytest.fixture
def exchange(tmp_path):
    """An exchange with one released assignment."""
    shutil.copytree(RELEASE / NAME, tmp_path / "exchange" / "simple_rnn" / "outbound" / NAME)
    return tmp_path / "exchange"


def released(folder, **environment):
    """The output of `nbgrader list` in an empty folder."""
    folder.mkdir()
    done = subprocess.run(
        [Path(sys.executable).parent / "nbgrader", "list"],
        cwd=folder,
        env=os.environ | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_a_students_account_finds_the_exchange_by_the_lines_in_the_guide(exchange, tmp_path):
    lines = re.search(r"`/etc/jupyter/nbgrader_config\.py`:\n\n((?:    .*\n)+)", GUIDE).group(1)
    config = "".join(line.strip() + "\n" for line in lines.splitlines())
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "nbgrader_config.py").write_text(config.replace("/srv/nbgrader/exchange", str(exchange)))
    assert f"simple_rnn {NAME}" in released(tmp_path / "home", JUPYTER_CONFIG_PATH=tmp_path / "etc")


def test_the_instructors_account_finds_course_and_exchange_by_a_copy_of_the_configuration(exchange, tmp_path):
    (tmp_path / "etc").mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path / "etc")
    said = released(tmp_path / "home", JUPYTER_CONFIG_DIR=tmp_path / "etc", AUTOGRADER_EXCHANGE=exchange)
    assert f"simple_rnn {NAME}" in said
