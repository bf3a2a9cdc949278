"""The engine grades a course that uses only NumPy, in an environment without the libraries of this course."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import tiny_assignment
from tests.support.this_course import ROOT

pytestmark = pytest.mark.long

GRADE = """
import importlib.util, json, logging, sys
from pathlib import Path

logging.basicConfig(level=logging.WARNING)
import autograder
import tiny_assignment
from autograder.engine.execution import warm_up

folder = Path(sys.argv[1])
answers = {"right": {}, "wrong": {"area": "def area(w, h):\\n    return w + h"}}
scores = {}
for name, cells in answers.items():
    (folder / name).mkdir()
    scores[name], *_ = tiny_assignment.examine(tiny_assignment.submission(**cells), folder / name)
print(json.dumps({
    "package": autograder.__file__,
    "installed": [name for name in sys.argv[2:] if importlib.util.find_spec(name)],
    "missing": warm_up.server().wait_ready()["missing"],
    "scores": scores,
}))
"""
LIBRARIES = ["tensorflow", "keras", "tf_keras", "matplotlib"]


def test_a_course_with_numpy_only_is_graded_without_the_libraries_of_this_course(tmp_path: Path) -> None:
    project, environment = tmp_path / "project", tmp_path / "environment"
    shutil.copytree(ROOT / "autograder", project / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, project)
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / "bin" / "python"
    uv = Path(sys.executable).parent / "uv"
    commands = [
        [uv, "pip", "install", "--quiet", "--python", python, "--constraint", ROOT / "requirements.lock", project],
        [python, "-m", "pip", "install", "--quiet", project],  # if uv reaches no registry, as in the Makefile
    ]
    assert any(subprocess.run(command).returncode == 0 for command in commands if Path(command[0]).exists())

    script = tmp_path / "grade.py"
    script.write_text(GRADE)
    shutil.copy(tiny_assignment.__file__, tmp_path)
    variables = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    command = [python, script, tmp_path, *LIBRARIES]
    result = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr[-3000:]
    assert "ordinary process" not in result.stderr
    report = json.loads(result.stdout.splitlines()[-1])
    assert report["package"].startswith(str(environment))
    assert report["installed"] == []
    assert {name.partition(".")[0] for name in report["missing"]} >= {"tensorflow", "keras", "tf_keras"}
    assert report["scores"] == {
        "right": tiny_assignment.FULL,
        "wrong": {**tiny_assignment.FULL, "area-values": 0.0},
    }
