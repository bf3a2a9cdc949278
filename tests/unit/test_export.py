"""Grades in the form that Canvas and Moodle import."""

import csv
import logging

import pytest
from nbgrader.api import Gradebook
from traitlets.config import Config

from autograder.course.nbgrader_config import find_commands
from autograder.reporting.export import CanvasExportPlugin, MoodleExportPlugin
from tests.support.this_course import COURSE

CONFIG = """\
from pathlib import Path

from autograder.course.nbgrader_config import course_config

c = get_config()
c.merge(course_config(Path(__file__).parent))
c.CanvasExportPlugin.columns = {"04_numpy_rnn": "NumPy (4711)"}
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return class_of_three(tmp_path_factory.mktemp("course"))


def class_of_three(root):
    """Write a gradebook of three: ada with points, ben who handed nothing in, and one whose name is a formula."""
    find_commands()
    with Gradebook(f"sqlite:///{root}/gradebook.db", COURSE.id) as gradebook:
        for name in ("04_numpy_rnn", "05_deep_rnn"):
            gradebook.add_assignment(name)
            gradebook.add_notebook("notebook", name)
            gradebook.add_grade_cell("check", "notebook", name, max_score=12, cell_type="code")
        gradebook.add_student("ada", first_name="Ada", last_name="Lovelace", email="ada@x.org", lms_user_id="31")
        gradebook.add_student("ben", first_name="Ben", last_name="Okri", email="ben@x.org")
        gradebook.add_student("eve", first_name="=cmd|' /C calc'!A1", last_name="\t=1+1")
        for student, points in (("ada", 10.333), ("eve", 7)):
            gradebook.add_submission("04_numpy_rnn", student)
            grade = gradebook.find_grade("check", "notebook", "04_numpy_rnn", student)
            grade.auto_score, grade.needs_manual_grade = points, student == "eve"
        gradebook.find_submission_notebook("notebook", "04_numpy_rnn", "eve").late_submission_penalty = 8
        gradebook.db.commit()
    (root / "nbgrader_config.py").write_text(CONFIG)
    return root


def table(plugin, course, tmp_path, **options):
    """Return the output of a plugin as rows."""
    config = Config({plugin.__name__: {"to": str(tmp_path / "out.csv"), **options}})
    with Gradebook(f"sqlite:///{course}/gradebook.db", COURSE.id) as gradebook:
        plugin(config=config).export(gradebook)
    return list(csv.reader((tmp_path / "out.csv").read_text().splitlines()))


def test_canvas_gets_its_columns_the_points_possible_and_a_row_for_each_student(course, tmp_path):
    rows = table(CanvasExportPlugin, course, tmp_path, columns={"04_numpy_rnn": "NumPy (4711)"})
    assert rows[:4] == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "NumPy (4711)", "05_deep_rnn"],
        ["Points Possible", "", "", "", "", "12", "12"],
        ["Lovelace, Ada", "31", "", "ada", "", "10.33", ""],
        ["Okri, Ben", "", "", "ben", "", "", ""],
    ]


def test_moodle_gets_numbers_and_addresses(course, tmp_path):
    rows = table(MoodleExportPlugin, course, tmp_path)
    assert rows[:3] == [
        ["ID number", "Email address", "First name", "Last name", "04_numpy_rnn", "05_deep_rnn"],
        ["31", "ada@x.org", "Ada", "Lovelace", "10.33", ""],
        ["ben", "ben@x.org", "Ben", "Okri", "", ""],
    ]


@pytest.mark.parametrize("plugin", [CanvasExportPlugin, MoodleExportPlugin])
def test_no_cell_is_a_formula_and_a_penalty_takes_no_more_than_there_is(plugin, course, tmp_path):
    rows = table(plugin, course, tmp_path)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    eve = next(row for row in rows if "eve" in row)
    assert eve[-2:] == ["0", ""] and any("'=" in cell for cell in eve)


def test_students_and_assignments_are_chosen_as_with_nbgraders_own(course, tmp_path):
    rows = table(MoodleExportPlugin, course, tmp_path, student=["ada"], assignment=["04_numpy_rnn"])
    assert rows[0][4:] == ["04_numpy_rnn"] and [row[0] for row in rows[1:]] == ["31"]


def test_students_whom_the_platform_cannot_know_are_named_in_one_line(course, tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        table(CanvasExportPlugin, course, tmp_path)
    assert [each for each in caplog.messages if "lms_user_id" in each] == [
        "2 students have no lms_user_id, so Canvas looks for their login or name: ben, eve"
    ]


def test_submissions_that_wait_for_points_by_hand_are_counted(course, tmp_path, caplog):
    table(CanvasExportPlugin, course, tmp_path)
    assert "04_numpy_rnn: 1 submissions still wait to be graded by hand" in caplog.messages
