"""The penalty that a course's `nbgrader_config.py` sets is the same by `autograder grade` and `nbgrader autograde`."""

import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

from autograder.authoring.build import build_release
from autograder.classroom.grade_class import grade_class
from autograder.course.class_folder import ClassFolder
from autograder.course.course import read_course
from tests.support.second_course import NAME, hand_in, write_course
from tests.support.this_course import ROOT


def penalties(root):
    with closing(ClassFolder(root, read_course(root)).open_gradebook()) as gradebook:
        return {
            each.student.id: each.late_submission_penalty for each in gradebook.notebook_submissions("arrays", NAME)
        }


def by_us(root):
    report = grade_class(ClassFolder(root, read_course(root)))
    assert report.all_judged
    entered = penalties(root)
    assert {grade.student: grade.late_penalty for grade in report.grades} == {
        student: penalty or 0 for student, penalty in entered.items()
    }
    return entered


def by_nbgrader(root):
    command = [Path(sys.executable).parent / "nbgrader", "autograde", NAME, "--force"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return penalties(root)


def set_due_date(root, hour):
    with closing(ClassFolder(root, read_course(root)).open_gradebook()) as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate=datetime(2026, 3, 2, hour))


def test_both_ways_assign_the_penalty_and_follow_a_due_date_that_is_set_and_moved(tmp_path):
    write_course(tmp_path)
    config = (ROOT / "nbgrader_config.py").read_text()
    (tmp_path / "nbgrader_config.py").write_text(config + 'c.LateSubmissionPlugin.penalty_method = "zero"\n')
    build_release(read_course(tmp_path))
    for student, hour in {"jun": 9, "minji": 11}.items():
        path = hand_in(tmp_path, student, "def twice(values):\n    return 2 * values\n")
        (path.parent / "timestamp.txt").write_text(f"2026-03-02 {hour}:00:00 UTC")
    assert by_us(tmp_path) == {"jun": None, "minji": None}
    set_due_date(tmp_path, 10)
    assert by_us(tmp_path) == by_nbgrader(tmp_path) == by_us(tmp_path) == {"jun": None, "minji": 3}
    set_due_date(tmp_path, 12)
    assert by_us(tmp_path) == {"jun": None, "minji": None}
