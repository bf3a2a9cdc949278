"""How a grade is entered: whole or not at all, with what nbgrader's own steps would have entered."""

from __future__ import annotations

import json
import stat
from datetime import datetime

import nbformat
import pytest
from nbgrader.api import MissingEntry
from sqlalchemy.exc import OperationalError

from autograder import recording
from autograder.config import course_config
from autograder.course import files_beside, read_assignment
from autograder.gradebook import CourseFolder, GradingError
from autograder.recording import Recorder
from autograder.submission import restore

ASSIGNMENT = read_assignment("04_numpy_rnn")
POINTS = sum(exercise.points for exercise in ASSIGNMENT.exercises.values())
FIRST = next(iter(ASSIGNMENT.exercises.values())).hidden[0].metadata.nbgrader


@pytest.fixture
def recorder(tmp_path):
    """A recorder of a course that has one assignment."""
    course = CourseFolder(tmp_path)
    course.register(ASSIGNMENT)
    made = Recorder(course)
    yield made
    made.close()


def graded(failed=FIRST.grade_id):
    """A notebook in which all checks passed but one."""
    nb, _ = restore(nbformat.v4.new_notebook(), ASSIGNMENT.notebook)
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == failed:
            cell.outputs = [nbformat.v4.new_output("error", ename="CheckFailed", evalue="not right", traceback=[])]
    return json.dumps(nb)


def enter(recorder, student="eve", timestamp=b"", key="k"):
    return recorder.enter(student, ASSIGNMENT, graded(), key, "graded", timestamp)


def test_a_grade_has_the_points_and_messages_of_all_checks(recorder):
    grade = enter(recorder)
    assert (grade.points, grade.max_points) == (POINTS - FIRST.points, POINTS)
    assert [(each.check, each.message) for each in grade.checks if each.points < each.max_points] == [
        (FIRST.grade_id, "not right")
    ]


def test_the_graded_notebook_lies_where_nbgrader_looks_with_the_files_beside_it(recorder):
    enter(recorder)
    path = recorder.course.graded_notebook("eve", ASSIGNMENT)
    nbformat.validate(nbformat.read(path, as_version=4))
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert {each.name for each in path.parent.iterdir()} == {path.name, *files_beside(ASSIGNMENT)}
    assert [each.name for each in path.parent.parent.iterdir()] == [ASSIGNMENT.name]


def test_the_same_is_not_entered_twice_and_another_result_is(recorder):
    enter(recorder)
    path = recorder.course.graded_notebook("eve", ASSIGNMENT)
    first = path.stat().st_mtime_ns
    assert enter(recorder) and path.stat().st_mtime_ns == first
    assert enter(recorder, key="another") and path.stat().st_mtime_ns > first


def test_a_late_submission_loses_what_the_course_takes_off(recorder, monkeypatch):
    def strict(root):
        config = course_config(root)
        config.LateSubmissionPlugin.penalty_method = "zero"
        return config

    monkeypatch.setattr(recording, "course_config", strict)
    recorder.gradebook.update_or_create_assignment(ASSIGNMENT.name, duedate=datetime(2026, 1, 1, 12))
    in_time = enter(recorder, "ada", b"2026-01-01 11:59:00 UTC")
    late = enter(recorder, "eve", b"2026-01-01 12:01:00 UTC")
    assert in_time.points == late.points == POINTS - FIRST.points
    penalties = {
        each.student.id: each.late_submission_penalty
        for each in recorder.gradebook.notebook_submissions(ASSIGNMENT.notebook_name, ASSIGNMENT.name)
    }
    assert penalties == {"ada": None, "eve": POINTS - FIRST.points}
    assert "late" in recorder.course.feedback_page("eve", ASSIGNMENT).read_text().lower()


def test_a_note_of_the_time_that_holds_none_is_named(recorder):
    with pytest.raises(GradingError, match=r"timestamp\.txt holds no time but 'soon'"):
        enter(recorder, timestamp=b"soon")


def test_an_assignment_that_the_gradebook_does_not_know_is_named(recorder):
    with pytest.raises(GradingError, match="No such assignment: 05_deep_rnn"):
        recorder.enter("eve", read_assignment("05_deep_rnn"), graded(), "k", "graded")


def test_where_the_gradebook_fails_half_way_nothing_is_entered(recorder, monkeypatch):
    save, calls = recorder.save.preprocess_cell, []

    def fails_later(*args):
        calls.append(args)
        if len(calls) > 20:
            raise OperationalError("UPDATE grade", {}, Exception("disk I/O error"))
        return save(*args)

    monkeypatch.setattr(recorder.save, "preprocess_cell", fails_later)
    with pytest.raises(GradingError, match="disk I/O error"):
        enter(recorder)
    with pytest.raises(MissingEntry):
        recorder.gradebook.find_submission(ASSIGNMENT.name, "eve")
    assert not recorder.course.graded_notebook("eve", ASSIGNMENT).exists()
    monkeypatch.undo()
    assert enter(recorder).points == POINTS - FIRST.points


def test_a_new_gradebook_is_marked_as_nbgrader_marks_its_own(recorder):
    """`nbgrader db upgrade` then finds nothing to do."""
    from nbgrader.api import get_alembic_version
    from sqlalchemy import text

    rows = recorder.gradebook.db.execute(text("SELECT version_num FROM alembic_version")).all()
    assert rows == [(get_alembic_version(),)]
