"""A report reads what students wrote in a confined process: no answer costs the command more than a little."""

from __future__ import annotations

import time

import psutil
import pytest

from autograder.engine.execution import readers
from autograder.engine.grading.grader import CONFINED
from autograder.engine.notebook import token_runs
from autograder.engine.notebook.read import UnreadableError
from autograder.reporting import class_results, report
from tests.support.reported_class import NAME, graded_course
from tests.support.this_course import read_assignment

FORWARD = read_assignment(NAME).exercises["rnn_forward"].solution.source
LINES = "".join(f"\n    of_ada{k} = of_ada{k - 1} ** {k} - {{of_ada{k}: {k}}}" for k in range(9))
COPIED = FORWARD.replace("\n", LINES + "\n", 1)
EXERCISES = sorted(read_assignment(NAME).exercises)
HOSTILE = {
    "brackets": {"rnn_forward": "PLACEHOLDER"},
    "nested": {name: "of_ada = " + "(" * 19_000 for name in EXERCISES},
    "minus": {name: "of_ada = " + "-" * 19_000 + "1" for name in EXERCISES},
    "different": {name: "\n".join(f"of_ada{k}.a{k} +" for k in range(1200)) for name in EXERCISES},
}


@pytest.fixture(autouse=True)
def end_readers():
    yield
    readers.close_idle()


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    written = {"ada": {"rnn_forward": COPIED}, "ben": {"rnn_forward": COPIED.replace("of_ada", "of_ben")}, **HOSTILE}
    students = {"ada": set(EXERCISES), "ben": set(EXERCISES), **{name: set() for name in HOSTILE}, "gone": set()}
    folder = graded_course(tmp_path_factory.mktemp("course"), students, written)
    path = folder.graded_notebook("brackets", read_assignment(NAME))
    # our own steps shorten so long a cell, but stock nbgrader does not
    path.write_text(path.read_text().replace("PLACEHOLDER", "of_ada(" * 200_000))
    path = folder.graded_notebook("gone", read_assignment(NAME))
    path.write_text('{"cells": [], "metadata": {"autograder": {"x": [' + "{}," * 5_000_000 + "{}]}}}")
    return folder


def test_a_report_is_complete_whatever_one_student_wrote(course, monkeypatch) -> None:
    lexed, lines = [], token_runs._lines
    monkeypatch.setattr(token_runs, "_lines", lambda code: lexed.append(code) or lines(code))
    readers.policy_here()
    before, used = psutil.Process().memory_info().rss, time.process_time()
    (graded,), students = class_results.read_graded(course)
    assert time.process_time() - used < 3 and psutil.Process().memory_info().rss - before < 100 * 2**20
    made = report.build_report([graded], students)
    assert not [code for code in lexed if "of_ada" in code], "the command has taken a student's code apart"
    (each,) = made.assignments
    assert [group.students for group in each.groups] == [["ada", "ben"]]
    assert [paper.points for paper in graded.papers[:2]] == [graded.max_points] * 2
    remarks = {paper.student: paper.remark for paper in graded.papers if paper.remark}
    assert remarks["brackets"] == "rnn_forward could not be compared, because the code is too long"
    assert "different" in remarks and remarks["gone"].startswith("the submission could not be compared, because")
    assert not {"ada", "ben"} & set(remarks) and len(each.not_compared) == len(remarks)


def test_a_process_that_breaks_over_an_answer_costs_this_submission_alone(monkeypatch) -> None:
    monkeypatch.setattr(readers, "CPU_SECONDS", 0.0)
    with pytest.raises(UnreadableError, match="too long"):
        readers.cut_answers([("x = " + "f(" * 9000, "")] * 400, CONFINED)
    monkeypatch.setattr(readers, "CPU_SECONDS", 10.0)
    assert readers.cut_answers([("x = 1 + 2 + 3", "")], CONFINED)[0].written
