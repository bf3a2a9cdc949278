"""Grades: the points of each kind of submission. One bad submission changes no other."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.audit.made_up_class import MadeUpStudent, fill_in
from autograder.classroom.find_submissions import find_submissions
from autograder.classroom.grade_class import grade_class
from autograder.classroom.recorder import GRADED
from autograder.course.assignment import grading
from tests.support.this_course import COURSE, RELEASE, class_folder, read_assignment, read_released, write_class

NAME = "04_numpy_rnn"
ASSIGNMENT = read_assignment(NAME)
FILE = ASSIGNMENT.path.name
REFERENCE = {name: each.solution.source for name, each in ASSIGNMENT.exercises.items()}
FULL = sum(each.points for each in ASSIGNMENT.exercises.values())
NOISY = """
import os, sys, warnings
def noisy(function):
    def wrapped(*args, **kwargs):
        print("to stdout")
        print("to stderr", file=sys.stderr)
        warnings.warn("a warning")
        os.write(2, b"from below Python")
        return function(*args, **kwargs)
    return wrapped
"""


def noisy_notebook():
    """Right answers that warn, print, and write to file descriptor 2."""
    cells = {name: f"{NOISY}\n{source}\n{name} = noisy({name})\n" for name, source in REFERENCE.items()}
    return fill_in(read_released(NAME).notebook, cells)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A graded class with every kind of submission in it."""
    course = class_folder(tmp_path_factory.mktemp("course"))
    students = [MadeUpStudent("right", "", "all"), MadeUpStudent("untouched", "", "none")]
    write_class(students, course.submitted, [NAME])

    def hand_in(student, data, file=FILE, assignment=NAME):
        folder = course.submitted / student / assignment
        folder.mkdir(parents=True)
        (folder / file).write_bytes(data)

    right = (course.submitted / "right" / NAME / FILE).read_bytes()
    hand_in("empty", b"")
    hand_in("not_json", b"# my notebook")
    hand_in("renamed", right, "numpy_rnn (1).ipynb")
    hand_in("noisy", nbformat.writes(noisy_notebook()).encode())
    hand_in("elsewhere", right, assignment="04_numpy")
    (course.submitted / "nothing" / NAME).mkdir(parents=True)
    return course


@pytest.fixture(scope="module")
def report(course):
    return grade_class(course, [NAME])


@pytest.fixture(scope="module")
def grades(report):
    return {grade.student: grade for grade in report.grades}


@pytest.mark.parametrize("student", ["right", "renamed", "noisy"])
def test_right_answers_get_full_marks(grades, student):
    lost = [check for check in grades[student].checks if check.points < check.max_points]
    assert lost == [] and grades[student].points == FULL


def test_the_untouched_notebook_gets_nothing_in_every_check(grades):
    assert grades["untouched"].reason == GRADED and grades["untouched"].points == 0
    hidden = [check for check in grades["untouched"].checks if check.max_points]
    assert len(hidden) == sum(len(e.hidden) for e in ASSIGNMENT.exercises.values())
    assert all(check.points == 0 and "Not written yet" in check.message for check in grades["untouched"].checks)


@pytest.mark.parametrize(
    ("student", "reason", "points"),
    [
        ("empty", "unreadable: the file is empty", 0),
        ("not_json", "unreadable: the file is not valid JSON", 0),
        ("nothing", "missing: no notebook", 0),
        ("renamed", "renamed: numpy_rnn (1).ipynb was graded as numpy_rnn.ipynb", FULL),
    ],
)
def test_odd_submissions_end_with_a_grade_and_a_reason(grades, student, reason, points):
    assert grades[student].reason.startswith(reason)
    assert grades[student].points == points
    assert grades[student].max_points == FULL


def test_a_folder_of_no_assignment_is_named_with_the_remedy(report):
    (line,) = report.problems
    assert "elsewhere/04_numpy" in line and NAME in line and "Rename" in line
    assert not report.all_judged


def test_every_submission_has_a_feedback_page_and_stands_in_the_summary(course, grades):
    summary = json.loads((course.feedback / "summary.json").read_text())
    assert {entry["student"] for entry in summary["grades"]} == set(grades)
    for student in grades:
        assert course.feedback_page(student, ASSIGNMENT).stat().st_size > 1000


def test_what_was_handed_in_stays_as_it_was(course, report):
    assert (course.submitted / "not_json" / NAME / FILE).read_bytes() == b"# my notebook"
    assert (course.submitted / "renamed" / NAME / "numpy_rnn (1).ipynb").exists()


def test_regrading_keeps_manual_scores_and_comments(course, grades):
    check = next(check.check for check in grades["untouched"].checks if check.max_points)
    where = (ASSIGNMENT.notebook_name, NAME, "untouched")
    with Gradebook(course.gradebook_url, COURSE.id) as gradebook:
        gradebook.find_grade(check, *where).manual_score = 1
        gradebook.find_comment(next(iter(REFERENCE)), *where).manual_comment = "Come and see me."
        gradebook.db.commit()
    again = grade_class(course, [NAME], ["untouched"]).grades[0]
    assert again.points == 1
    with Gradebook(course.gradebook_url, COURSE.id) as gradebook:
        assert gradebook.find_comment(next(iter(REFERENCE)), *where).manual_comment == "Come and see me."


def test_too_large_a_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("autograder.classroom.match_notebooks.LARGEST", 10)
    course = class_folder(tmp_path)
    folder = course.submitted / "ada" / NAME
    folder.mkdir(parents=True)
    (folder / FILE).write_text("x" * 11)
    ((submission,), problems) = find_submissions(course)
    (notebook,) = submission.notebooks
    assert notebook.remark.startswith("too large") and not notebook.data and not problems


def nbgrader(*args, cwd):
    """A plain command of nbgrader, without our configuration and without an activated environment."""
    env = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    env["PATH"] = "/usr/bin:/bin"
    command = [Path(sys.executable).parent / "nbgrader", *args]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=300)


def test_stock_validate_passes_right_answers_that_warn(tmp_path):
    nbformat.write(noisy_notebook(), tmp_path / FILE)
    shutil.copy(RELEASE / NAME / "rnn_tools.py", tmp_path)
    result = nbgrader("validate", FILE, cwd=tmp_path)
    assert "Success! Your notebook passes all the tests." in result.stdout, result.stdout + result.stderr


def test_stock_validate_names_what_is_not_written(tmp_path):
    nbformat.write(read_released(NAME).notebook, tmp_path / FILE)
    shutil.copy(RELEASE / NAME / "rnn_tools.py", tmp_path)
    result = nbgrader("validate", FILE, cwd=tmp_path)
    visible = [c for e in ASSIGNMENT.exercises.values() for c in e.checks if grading(c)["points"] == 0]
    assert f"VALIDATION FAILED ON {len(visible)} CELL(S)" in result.stdout
    assert "Not written yet" in result.stdout and "Traceback" not in result.stdout
