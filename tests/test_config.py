"""nbgrader's configuration: what its plain commands find in this course."""

import re

import pytest

from autograder.config import collected_names, course_config
from autograder.course import ROOT


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
    found = re.match(collected_names(), path)
    assert found.group("student_id", "file_id") == ("ada", "numpy_rnn")


def test_another_gradebook_is_named_by_the_environment_for_the_project_only(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_DB", "postgresql://host/grades")
    assert course_config(ROOT).CourseDirectory.db_url == "postgresql://host/grades"
    assert course_config(tmp_path).CourseDirectory.db_url == f"sqlite:///{tmp_path / 'gradebook.db'}"


def test_another_exchange_is_named_by_the_environment_for_the_project_only(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_EXCHANGE", "/srv/exchange")
    assert course_config(ROOT).Exchange.root == "/srv/exchange"
    assert course_config(tmp_path).Exchange.root == str(tmp_path / "exchange")
