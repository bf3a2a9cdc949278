"""A grade is entered completely or not at all, and exactly as by nbgrader's own steps."""

from __future__ import annotations

import json
import sqlite3
import stat
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import MissingEntry
from sqlalchemy.exc import OperationalError

from autograder.classroom import recorder as recording
from autograder.classroom.find_submissions import Submission
from autograder.classroom.match_notebooks import HandedIn
from autograder.classroom.recorder import Recorder
from autograder.classroom.register import register
from autograder.course.assignment import files_beside
from autograder.course.class_folder import ClassFolder
from autograder.course.nbgrader_config import course_config
from autograder.engine.grading.outcome import Outcome, close_record
from autograder.engine.nbgrader import internals
from autograder.engine.notebook.restore import restore
from tests.support.this_course import class_folder, read_assignment

ASSIGNMENT = read_assignment("04_numpy_rnn")
POINTS = sum(exercise.points for exercise in ASSIGNMENT.exercises.values())
FIRST = next(iter(ASSIGNMENT.exercises.values())).hidden[0].metadata.nbgrader


@pytest.fixture
def recorder(registered):
    """A recorder of a course that has one assignment."""
    made = Recorder(registered)
    yield made
    made.close()


def graded(failed=FIRST.grade_id, message="not right", **outcome):
    """A notebook in which all checks passed except one."""
    nb, _ = restore(nbformat.v4.new_notebook(), ASSIGNMENT.notebook)
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == failed:
            cell.outputs = [nbformat.v4.new_output("error", ename="CheckFailed", evalue=message, traceback=[])]
    close_record(nb, Outcome(**outcome))
    return json.dumps(nb).encode()


def handed_in(student="eve", timestamp=b"", **others):
    notebook = HandedIn(ASSIGNMENT.notebook_name, Path("x.ipynb"), b"{}")
    return Submission(student, ASSIGNMENT.name, Path("x"), (notebook,), timestamp=timestamp, **others)


def enter(recorder, student="eve", timestamp=b"", key="k", **notebook):
    return recorder.enter(handed_in(student, timestamp), ASSIGNMENT, [graded(**notebook)], key)


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


def test_the_students_files_that_a_browser_does_not_run_lie_beside_it(recorder):
    files = {"mine.csv": b"1", "deep/tools.py": b"x = 1", "page.html": b"<script></script>", "jupyter_config.py": b""}
    recorder.enter(handed_in(files=files), ASSIGNMENT, [graded()], "k")
    folder = recorder.course.graded_notebook("eve", ASSIGNMENT).parent
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {ASSIGNMENT.path.name, *files_beside(ASSIGNMENT), "mine.csv", "deep/tools.py"}


def test_a_record_is_known_by_all_on_which_it_depends(recorder):
    grade = enter(recorder)
    assert recorder.known(handed_in(), ASSIGNMENT, "k") == grade
    assert recorder.known(handed_in(), ASSIGNMENT, "another") is None
    assert recorder.known(handed_in("ada"), ASSIGNMENT, "k") is None
    assert recorder.known(handed_in(timestamp=b"2026-01-01"), ASSIGNMENT, "k") is None
    assert recorder.known(handed_in(remark="renamed"), ASSIGNMENT, "k") is None
    recorder.gradebook.remove_submission(ASSIGNMENT.name, "eve")
    assert recorder.known(handed_in(), ASSIGNMENT, "k") is None


def test_a_record_that_cannot_be_read_is_none(recorder):
    enter(recorder)
    path = recorder.course.graded_notebook("eve", ASSIGNMENT)
    text = path.read_text()
    for broken in (text[:-9], "[]", text.replace('"key"', '"kez"')):
        path.chmod(0o644)
        path.write_text(broken)
        assert recorder.known(handed_in(), ASSIGNMENT, "k") is None


def test_a_failure_of_ours_is_recorded_and_not_kept(recorder):
    grade = enter(recorder, outcome="failed", detail="the worker was lost")
    assert (grade.reason, grade.judged) == ("failed: the worker was lost", False)
    assert recorder.known(handed_in(), ASSIGNMENT, "k") is None
    assert enter(recorder).reason == "graded"


def endless(*_):
    while True:
        time.sleep(0.01)


def test_recording_that_takes_too_long_costs_only_its_submission(recorder, monkeypatch):
    with monkeypatch.context() as slow:
        slow.setattr(recording, "SECONDS", 0.3)
        slow.setattr(recording, "enter_grades", endless)
        grade = enter(recorder)
        assert (grade.judged, grade.reason) == (False, "not graded: recording it took longer than 0.3 s")
        assert recorder.known(handed_in(), ASSIGNMENT, "k") is None
    assert enter(recorder, "ada").reason == "graded"
    assert enter(recorder).reason == "graded"


def test_a_page_that_takes_too_long_is_tried_again(recorder, monkeypatch):
    with monkeypatch.context() as slow:
        slow.setattr(recording, "SECONDS", 2)  # the scores must be entered before, on a busy machine too
        slow.setattr(recording, "feedback_page", endless)
        assert not enter(recorder).judged
        assert not recorder.known(handed_in(), ASSIGNMENT, "k").judged
    assert recorder.known(handed_in(), ASSIGNMENT, "k").reason == "graded"


def test_what_is_known_gets_a_new_page_with_the_scores_of_now(recorder):
    grade = enter(recorder)
    page = recorder.course.feedback_page("eve", ASSIGNMENT)
    page.unlink()
    where = (FIRST.grade_id, ASSIGNMENT.notebook_name, ASSIGNMENT.name, "eve")
    recorder.gradebook.find_grade(*where).manual_score = 0.5
    recorder.gradebook.db.commit()
    known = recorder.known(handed_in(), ASSIGNMENT, "k")
    assert known.points == grade.points + 0.5 and f"{known.points:g} of {POINTS:g} points" in page.read_text()


def test_a_late_submission_loses_what_the_course_takes_off(recorder, monkeypatch):
    def strict(folder):
        config = course_config(folder.root, folder.course)
        config.LateSubmissionPlugin.penalty_method = "zero"
        return config

    monkeypatch.setattr(ClassFolder, "config", strict)
    recorder.gradebook.update_or_create_assignment(ASSIGNMENT.name, duedate=datetime(2026, 1, 1, 12))
    in_time = enter(recorder, "ada", b"2026-01-01 11:59:00 UTC")
    late = enter(recorder, "eve", b"2026-01-01 12:01:00 UTC")
    assert in_time.points == late.points == POINTS - FIRST.points
    assert (in_time.late_penalty, late.late_penalty) == (0, POINTS - FIRST.points)
    penalties = {
        each.student.id: each.late_submission_penalty
        for each in recorder.gradebook.notebook_submissions(ASSIGNMENT.notebook_name, ASSIGNMENT.name)
    }
    assert penalties == {"ada": None, "eve": POINTS - FIRST.points}
    assert "late" in recorder.course.feedback_page("eve", ASSIGNMENT).read_text().lower()


def penalised(recorder, due, method="zero"):
    """Set due date and rule; return the penalty for eve at the next run, and the one in the gradebook."""
    recorder.gradebook.update_or_create_assignment(ASSIGNMENT.name, duedate=due)
    again = Recorder(recorder.course)
    again._penalties.plugin.penalty_method = method
    grade = again.known(handed_in(timestamp=b"2026-01-01 12:00:00 UTC"), ASSIGNMENT, "k")
    again.close()
    page = recorder.course.feedback_page("eve", ASSIGNMENT).read_text()
    assert ("because it was late" in page) == bool(grade.late_penalty)
    recorder.gradebook.db.expire_all()
    kept = recorder.gradebook.find_submission_notebook(ASSIGNMENT.notebook_name, ASSIGNMENT.name, "eve")
    return grade.late_penalty, kept.late_submission_penalty


def test_a_due_date_that_is_set_or_moved_after_grading_counts_at_the_next_run(recorder):
    assert enter(recorder, timestamp=b"2026-01-01 12:00:00 UTC").late_penalty == 0
    lost = POINTS - FIRST.points
    assert penalised(recorder, datetime(2026, 1, 1, 11)) == (lost, lost)
    assert penalised(recorder, datetime(2026, 1, 1, 11), "none") == (0, None)
    assert penalised(recorder, datetime(2026, 1, 1, 11)) == (lost, lost)
    assert penalised(recorder, datetime(2026, 1, 1, 13)) == (0, None)


def test_a_penalty_takes_no_more_than_the_score_and_follows_a_correction_by_hand(recorder):
    due = datetime(2026, 1, 1, 11)
    enter(recorder, timestamp=b"2026-01-01 12:00:00 UTC")
    where = (FIRST.grade_id, ASSIGNMENT.notebook_name, ASSIGNMENT.name, "eve")
    recorder.gradebook.find_grade(*where).manual_score = 0.5
    recorder.gradebook.db.commit()
    lost = POINTS - FIRST.points + 0.5
    assert penalised(recorder, due) == (lost, lost)


def test_a_plugin_that_fails_is_named_for_the_late_submissions_alone(recorder, caplog):
    recorder.gradebook.update_or_create_assignment(ASSIGNMENT.name, duedate=datetime(2026, 1, 1, 12))
    recorder._penalties.plugin = object()
    late = enter(recorder, "eve", b"2026-01-01 12:01:00 UTC")
    assert (
        late.reason.startswith("not graded: the plugin for late penalties fails (AttributeError: ") and not late.judged
    )
    assert enter(recorder, "ada", b"2026-01-01 11:59:00 UTC").judged and not caplog.records


def test_a_gradebook_that_another_program_locks_in_between_is_named_for_each_submission(tmp_path, caplog):
    path = tmp_path / "gradebook.db"
    (tmp_path / "nbgrader_config.py").write_text(f'c.CourseDirectory.db_url = "sqlite:///{path}?timeout=0.1"')
    course = class_folder(tmp_path)
    register(course, ASSIGNMENT)
    caplog.clear()
    with closing(Recorder(course)) as recorder, closing(sqlite3.connect(path)) as other:
        grade = enter(recorder)
        other.execute("BEGIN EXCLUSIVE")
        for failed in (enter(recorder, "ada"), recorder.known(handed_in(), ASSIGNMENT, "k")):
            assert failed.reason.startswith(f"not graded: {path}: another program is using this gradebook.")
            assert not failed.judged
        other.rollback()
        assert enter(recorder, "ada").judged and recorder.known(handed_in(), ASSIGNMENT, "k") == grade
    assert not caplog.records


@pytest.mark.parametrize(
    "words",
    [
        "soon",
        "1772445600000",
        "99999-01-01 10:00:00 UTC",
        "2026-03-02 10:00:00 999999999999",
        "\xff",
        "0001-01-01 00:00:00 +1400",
    ],
)
def test_a_note_of_the_time_that_holds_none_is_named_before_anything_is_graded(recorder, caplog, words):
    note = words.encode("latin-1")
    for grade in (recorder.known(handed_in(timestamp=note), ASSIGNMENT, "k"), enter(recorder, timestamp=note)):
        assert grade.reason.startswith("not graded: timestamp.txt contains ") and not grade.judged
        assert (grade.student, grade.assignment) == ("eve", ASSIGNMENT.name) and "\n" not in grade.reason
    assert not caplog.records and enter(recorder).reason == "graded"


def test_an_assignment_that_the_gradebook_does_not_know_is_named(recorder):
    grade = recorder.enter(handed_in(), read_assignment("05_deep_rnn"), [graded()], "k")
    assert "No such assignment: 05_deep_rnn" in grade.reason and not grade.judged


def test_where_the_gradebook_fails_half_way_nothing_is_entered(recorder, monkeypatch):
    calls = []
    entry = internals._entry

    def fails_later(entries, name):
        calls.append(name)
        if len(calls) > 20:
            raise OperationalError("UPDATE grade", {}, Exception("disk I/O error"))
        return entry(entries, name)

    monkeypatch.setattr(internals, "_entry", fails_later)
    assert "disk I/O error" in enter(recorder).reason
    with pytest.raises(MissingEntry):
        recorder.gradebook.find_submission(ASSIGNMENT.name, "eve")
    with pytest.raises(MissingEntry):
        recorder.gradebook.find_student("eve")
    assert not recorder.course.graded_notebook("eve", ASSIGNMENT).exists()
    monkeypatch.undo()
    assert enter(recorder).points == POINTS - FIRST.points


STEPS = ["enter_grades", "read_grades", "feedback_page", "atomic_write", "files_beside", "_check"]


@pytest.mark.parametrize("step", STEPS)
def test_whatever_a_step_raises_is_the_outcome_of_this_submission_alone(recorder, monkeypatch, caplog, step):
    def broken(*args):
        raise RecursionError("too deep\nby far")

    with monkeypatch.context() as patch:
        patch.setattr(recording, step, broken)
        grade = enter(recorder)
    assert grade.reason == "not graded: RecursionError: too deep by far"
    assert (grade.student, grade.assignment, grade.judged) == ("eve", ASSIGNMENT.name, False)
    (line,) = caplog.records
    assert line.exc_info and "eve" in line.getMessage() and ASSIGNMENT.name in line.getMessage()
    assert enter(recorder, "ada").points == enter(recorder).points == POINTS - FIRST.points


def test_text_that_no_file_can_hold_is_the_outcome_of_one_submission(recorder, caplog):
    grade = enter(recorder, message="half an emoji: \ud83d")
    assert grade.judged and any(check.message == "half an emoji: \ufffd" for check in grade.checks)
    assert enter(recorder, "김철수".encode("cp949").decode(errors="surrogateescape")).reason.startswith("not graded:")
    assert caplog.text.encode("utf-8")  # the log can be written to a file, too


def test_a_check_that_gives_more_than_its_points_is_named(recorder):
    notebook = nbformat.from_dict(json.loads(graded()))
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == FIRST.grade_id:
            cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "1000"}, execution_count=1)]
    close_record(notebook, Outcome())
    grade = recorder.enter(handed_in(), ASSIGNMENT, [json.dumps(notebook).encode()], "k")
    assert "partial credit cannot be greater" in grade.reason and not grade.judged


def test_a_new_gradebook_is_marked_as_nbgrader_marks_its_own(recorder):
    """After that, `nbgrader db upgrade` finds nothing to do."""
    from nbgrader.api import get_alembic_version
    from sqlalchemy import text

    rows = recorder.gradebook.db.execute(text("SELECT version_num FROM alembic_version")).all()
    assert rows == [(get_alembic_version(),)]
