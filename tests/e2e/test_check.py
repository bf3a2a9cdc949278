"""`autograder check`: in the sandbox, and in one kernel on a system that lacks what Linux has."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import nbformat
import pytest
from typer.testing import CliRunner

from autograder.audit.made_up_class import MadeUpStudent, fill_in
from autograder.classroom.one_kernel import grade_in_one_kernel
from autograder.cli import app
from autograder.engine.grading.limits import Limits
from autograder.engine.notebook.read import read_notebook
from tests.support.this_course import ANSWERS, ROOT, read_assignment, read_released
from tests.support.tiny_assignment import SOURCE, submission

NAME = "04_numpy_rnn"
NO_BIAS = "def rnn_step(x_t, h, Wx, Wh, b):\n    return np.tanh(Wx @ x_t + Wh @ h)\n"
OTHER_SYSTEM = """
import importlib, os, select, signal, socket, sys
import nbgrader, typer, rich, nbclient, jupyter_client  # they look at the name of the system
for name in ("fcntl", "resource", "pwd", "grp"):
    sys.modules[name] = None
lost = [(os, "fork"), (os, "getuid"), (os, "geteuid"), (os, "sched_getaffinity"), (os, "setresuid"),
        (select, "epoll"), (select, "poll"), (signal, "SIGKILL"), (signal, "SIGALRM"), (signal, "pthread_sigmask"),
        (socket, "AF_UNIX"), (socket, "send_fds")]
kept = [(module, name, getattr(module, name)) for module, name in lost]
for module, name in lost:
    delattr(module, name)
import autograder.__main__, autograder.cli.app, autograder.cli.check_report
for module, name, value in kept:
    setattr(module, name, value)  # other people's code runs on Linux after all
autograder.__main__.main()
"""


def hashes(folder):
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
        for path in folder.rglob("*")
    }


def write(path, cells):
    nbformat.write(fill_in(read_released(NAME).notebook, cells), path)
    return path


def checked(*words):
    return CliRunner().invoke(app.app, ["--course-root", str(ROOT), "check", *map(str, words)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a half-written notebook that has one mistake, and an untouched one."""
    folder = tmp_path_factory.mktemp("learner")
    written = MadeUpStudent("half", "", "half").cells(read_assignment(NAME), ANSWERS)
    write(folder / "numpy_rnn.ipynb", written | {"rnn_step": NO_BIAS})
    write(folder / "untouched.ipynb", {})
    return folder


@pytest.fixture(scope="module")
def confined(folder):
    """The output of the command for both notebooks with the sandbox. It does not change the folder."""
    before = hashes(folder)
    result = checked(folder / "numpy_rnn.ipynb", folder / "untouched.ipynb")
    assert result.exit_code == 0, result.output
    assert hashes(folder) == before
    return result.output.split(f"\n\n{NAME}\n")


def exercises(output):
    """Return the lines of a report on exercises and messages, and its total without the time."""
    lines = [line.rstrip() for line in output.strip().splitlines() if line != NAME]
    return [line.partition(", in ")[0] for line in lines]


def test_half_a_notebook_gets_its_points_and_the_message_of_its_mistake(confined):
    lines = exercises(confined[0])
    assert "13 of 37 points, 4 of 10 exercises complete" in lines
    assert any("The bias is missing." in line for line in lines)
    assert sum("not written yet" in line for line in lines) == 5


def test_an_untouched_notebook_has_only_short_lines(confined):
    lines = exercises(confined[1])
    assert sum(line.endswith("not written yet") for line in lines) == 10
    assert "0 of 37 points, 0 of 10 exercises complete" in lines and len(lines) == 12


def test_one_kernel_gives_the_same_on_a_system_without_fork_and_unix_modules(folder, confined, tmp_path):
    before = hashes(folder)
    home = tmp_path / "home"
    home.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home)}
    command = [sys.executable, "-c", OTHER_SYSTEM, "--course-root", ROOT, "check", "--no-sandbox", "numpy_rnn.ipynb"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0 and not done.stderr, done.stderr
    assert exercises(done.stdout) == exercises(confined[0])
    assert hashes(folder) == before and not list(home.rglob("history.sqlite"))


def test_a_foreign_notebook_is_refused_by_name(tmp_path):
    path = tmp_path / "notes.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]), path)
    result = checked("--no-sandbox", path)
    assert result.exit_code == 1
    assert f"{path}: this is not a notebook of this course" in result.output


HANGS = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"
ENDINGS = {
    "loop": ("while True: print('x')", "timed out"),
    "loop that cannot be interrupted": (HANGS, "timed out"),
    "exit": ("exit()", "killed"),
    "end of the process": ("import os; os._exit(3)", "killed"),
}


@pytest.mark.parametrize("case", ENDINGS)
def test_a_cell_that_hangs_or_ends_the_kernel_costs_no_other_exercise(case, monkeypatch):
    monkeypatch.setattr("autograder.classroom.one_kernel.GRACE", 1)
    code, what = ENDINGS[case]
    data = nbformat.writes(submission(double=code)).encode()
    got = grade_in_one_kernel(read_notebook(data), SOURCE, {}, Limits(cell_seconds=1))
    assert [(event.cell, event.what) for event in got.outcome.events] == [("double", what)]
    assert (got.points, got.max_points) == (3, 5)


NOISY = "import sys\nscreen = sys.stderr\ndef double(x):\n    print('note', file=screen)\n    return 2 * x"


def test_text_that_the_code_prints_costs_no_points():
    data = nbformat.writes(submission(double=NOISY)).encode()
    assert grade_in_one_kernel(read_notebook(data), SOURCE, {}, Limits(cell_seconds=5)).points == 5
