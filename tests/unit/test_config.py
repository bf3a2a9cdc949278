"""nbgrader's configuration, as its plain commands find it in this course."""

from subprocess import CompletedProcess

from typer.testing import CliRunner

from autograder.authoring.lab import prepare_exchange
from autograder.cli import app
from autograder.course.nbgrader_config import course_config
from tests.support.this_course import ROOT


def test_another_gradebook_is_named_by_the_environment_for_the_project_only(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_DB", "postgresql://host/grades")
    assert course_config(ROOT).CourseDirectory.db_url == "postgresql://host/grades"
    assert course_config(tmp_path).CourseDirectory.db_url == f"sqlite:///{tmp_path / 'gradebook.db'}"


def test_another_exchange_is_named_by_the_environment_for_the_project_only(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_EXCHANGE", "/srv/exchange")
    assert course_config(ROOT).Exchange.root == "/srv/exchange"
    assert course_config(tmp_path).Exchange.root == str(tmp_path / "exchange")


def test_the_instructors_command_makes_the_exchange_and_opens_jupyterlab_on_the_course(monkeypatch, tmp_path):
    called = []
    monkeypatch.setenv("AUTOGRADER_EXCHANGE", str(tmp_path / "srv" / "exchange"))
    monkeypatch.setattr(app.subprocess, "run", lambda *args, **kw: called.append((args, kw)) or CompletedProcess([], 3))
    assert CliRunner().invoke(app.app, ["formgrader", "--no-browser"]).exit_code == 3
    (command,), options = called[0]
    assert command[-1] == "--no-browser" and f"--ServerApp.root_dir={ROOT}" in command and options == {"cwd": ROOT}
    assert (tmp_path / "srv" / "exchange").stat().st_mode & 0o777 == 0o777


def test_an_exchange_that_is_there_stays_as_it_is(tmp_path):
    tmp_path.chmod(0o750)
    prepare_exchange(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o750
