"""nbgrader's configuration, as its plain commands find it in this course."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from typer.testing import CliRunner

from autograder.authoring.lab import prepare_exchange
from autograder.cli import app
from autograder.course.nbgrader_config import course_config
from tests.support.this_course import COURSE, RELEASE, ROOT

NAME = "04_numpy_rnn"


@pytest.mark.parametrize(
    "path",
    [
        "/c/downloaded/04_numpy_rnn/extracted/ada_12345_678_numpy_rnn.ipynb",
        "/c/downloaded/04_numpy_rnn/extracted/ada_LATE_12345_678_numpy_rnn-1.ipynb",
        "/c/downloaded/04_numpy_rnn/extracted/ada_12345_assignsubmission_file_/numpy_rnn.ipynb",
        "/c/downloaded/04_numpy_rnn/extracted/ada_numpy_rnn.ipynb",
        "/c/downloaded/04_numpy_rnn/extracted/ada/numpy_rnn.ipynb",
    ],
)
def test_file_names_of_learning_platforms_give_student_and_notebook(path):
    found = re.match(COURSE.download_pattern(), path)
    assert found.group("student_id", "file_id") == ("ada", "numpy_rnn")


def test_another_gradebook_is_named_by_the_environment_for_the_project_only(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_DB", "postgresql://host/grades")
    assert course_config(ROOT).CourseDirectory.db_url == "postgresql://host/grades"
    assert course_config(tmp_path).CourseDirectory.db_url == f"sqlite:///{tmp_path / 'gradebook.db'}"


def test_another_exchange_is_named_by_the_environment_for_the_project_only(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_EXCHANGE", "/srv/exchange")
    assert course_config(ROOT).Exchange.root == "/srv/exchange"
    assert course_config(tmp_path).Exchange.root == str(tmp_path / "exchange")


def test_zips_of_canvas_and_moodle_are_collected(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text(
        "from pathlib import Path\nfrom autograder.course.nbgrader_config import course_config\n"
        "get_config().merge(course_config(Path(__file__).parent))\n"
    )
    archive = tmp_path / "downloaded" / NAME / "archive"
    archive.mkdir(parents=True)
    shutil.copytree(RELEASE / NAME, tmp_path / "release" / NAME)
    notebook = (RELEASE / NAME / "numpy_rnn.ipynb").read_text()
    for name, inside in {
        "canvas.zip": ["lovelaceada_12345_678_numpy_rnn.ipynb", "okriben_LATE_12346_679_numpy_rnn-1.ipynb"],
        "moodle.zip": ["Ada Lovelace_12345_assignsubmission_file/numpy_rnn.ipynb"],
        "flat.zip": ["Ben Okri_12346_assignsubmission_file_numpy_rnn.ipynb"],
    }.items():
        with zipfile.ZipFile(archive / name, "w") as packed:
            for each in inside:
                packed.writestr(each, notebook)
    command = [Path(sys.executable).parent / "nbgrader", "zip_collect", NAME]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert {path.parent.parent.name for path in tmp_path.glob(f"submitted/*/{NAME}/numpy_rnn.ipynb")} == {
        "lovelaceada",
        "okriben",
        "Ada Lovelace",
        "Ben Okri",
    }


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
