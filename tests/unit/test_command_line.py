"""The command's output about itself, and its report of an error that the user can correct."""

from __future__ import annotations

import logging
import sys

import pytest
from typer.testing import CliRunner

from autograder.authoring.build import BuildError
from autograder.classroom.run_lock import FolderInUseError
from autograder.classroom.workers import SchedulerError
from autograder.cli import app
from autograder.cli.logging_setup import set_up_logging
from autograder.course.assignment import CourseError
from autograder.course.class_folder import GradingError
from autograder.engine.isolation.fork_client import ForkError, NoForkServerError
from autograder.engine.isolation.policy import SandboxError
from autograder.engine.nbgrader.entered_cells import OtherEditionError
from tests.support.this_course import COURSE

ERRORS = (
    BuildError, CourseError, FolderInUseError, ForkError, GradingError, NoForkServerError, OtherEditionError,
    SandboxError, SchedulerError,
)  # fmt: skip


@pytest.fixture(autouse=True)
def log_as_before():
    """Restore the log, which the command sets up for its process."""
    log = logging.getLogger("autograder")
    before = log.handlers[:], log.level, log.propagate
    yield
    log.handlers[:], log.level, log.propagate = before


@pytest.mark.parametrize("error", ERRORS)
def test_error_is_one_line(error, monkeypatch, capsys):
    line = f"{'/a/long/path' * 10}/gradebook.db: points changed; do this"

    def fails():
        raise error(line)

    monkeypatch.setattr(app, "app", fails)
    with pytest.raises(SystemExit) as end:
        app.main()
    assert end.value.code == 1
    assert capsys.readouterr().err.strip() == line


def test_fault_of_our_own_keeps_its_traceback(monkeypatch):
    def fails():
        raise ZeroDivisionError

    monkeypatch.setattr(app, "app", fails)
    with pytest.raises(ZeroDivisionError):
        app.main()


def test_version():
    result = CliRunner().invoke(app.app, ["--version"])
    assert result.exit_code == 0 and result.output.startswith("autograder ")


def test_help_opens_with_a_sentence_for_people():
    text = CliRunner().invoke(app.app, ["--help"]).output
    assert "Build, grade and check a course of Jupyter notebooks." in text


@pytest.mark.parametrize(("verbose", "shown"), [(0, []), (1, ["note"]), (2, ["detail", "note"])])
def test_verbosity(verbose, shown, capsys, monkeypatch):
    set_up_logging(verbose)
    log = logging.getLogger("autograder.test")
    log.debug("detail")
    log.info("note")
    log.warning("warning")
    err = capsys.readouterr().err
    assert [word for word in ("detail", "note") if word in err] == shown and "warning" in err
    assert "Traceback" not in err and sys.stderr is not None


def test_a_name_with_the_slash_of_a_completed_folder_is_understood(tmp_path, monkeypatch):
    graded = []
    monkeypatch.chdir(COURSE.root)
    (tmp_path / "submitted").mkdir()
    monkeypatch.setattr(app.grading, "grade_class", lambda course, names, *_, **__: graded.append(names) or 1 / 0)
    result = CliRunner().invoke(app.app, ["grade", "04_numpy_rnn/", "--course", str(tmp_path)])
    assert isinstance(result.exception, ZeroDivisionError) and graded == [["04_numpy_rnn"]]
