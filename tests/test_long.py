"""What takes longer than a push can wait for: repetitions, and every Python version that the project names."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course import ROOT

RUNS = 20
VERSIONS = ["3.11", "3.12", "3.13"]

pytestmark = pytest.mark.long


def test_no_check_is_flaky():
    """20 runs with different hash seeds and orders of processes give the same verdicts."""
    runs = []
    for seed in range(RUNS):
        env = os.environ | {"PYTHONHASHSEED": str(seed)}
        command = [sys.executable, "-m", "tests.verdicts", str(seed)]
        result = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        runs.append(json.loads(result.stdout))
        changed = [name for name in runs[0] if runs[0][name] != runs[-1][name]]
        assert not changed, f"seed {seed}: {changed}"


def interpreter(version):
    """A Python of this version: on the PATH, or among those of pyenv."""
    named = shutil.which(f"python{version}")
    if named and subprocess.run([named, "--version"], capture_output=True).returncode == 0:
        return named
    found = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
    assert found, f"this test needs Python {version}: install it, or put it on the PATH"
    return str(found[-1])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_fresh_clone_grades_the_sample_class_on_every_python(version, tmp_path):
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    env = {key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "AUTOGRADER_DB")}
    command = ["make", "grade", f"PYTHON={interpreter(version)}", "ASSIGNMENT=04_numpy_rnn"]
    result = subprocess.run(command, cwd=clone, env=env, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    assert "ada" in result.stdout
