"""The time for grading one submission is limited from outside, no matter what the work itself waits for."""

from __future__ import annotations

import asyncio
import copy
import json
import os
import threading
import time
from typing import Any

import nbformat
import psutil
import pytest

from autograder.engine.execution import checker_pool, deadline, warm_up
from autograder.engine.execution.checker_pool import CheckerProcess
from autograder.engine.execution.deadline import OutOfTimeError, within
from autograder.engine.grading import session
from autograder.engine.grading.grader import NotebookGrader
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.session import Session
from tests.support.tiny_assignment import FULL, SOURCE, examine, submission
from tests.support.tiny_assignment import scores as scores_of

SLOW = copy.deepcopy(SOURCE)
SLOW.cells[3].source = """import re
@check
def double_values():
    if re.fullmatch(r"(a+)+b", double("x")) is None:
        raise CheckFailed("double is not right")"""


@pytest.fixture
def hurried():
    """A fork server that is ready."""
    warm_up.server().wait_ready()


def test_work_returns_and_raises_what_it_does() -> None:
    assert within(9, lambda: threading.current_thread().daemon, lambda: None, 3)
    with pytest.raises(TimeoutError, match="its own"):
        within(9, lambda: (_ for _ in ()).throw(TimeoutError("its own")), lambda: None, 3)


def test_work_that_is_stopped_may_still_return() -> None:
    stopping = threading.Event()
    assert within(0.1, lambda: stopping.wait(20), stopping.set, 3) is True


def test_work_that_does_not_stop_is_left_behind(hurried) -> None:
    ending, stopped = threading.Event(), []
    with pytest.raises(OutOfTimeError):
        within(0.1, ending.wait, lambda: stopped.append(1), 1)
    assert stopped == [1]
    ending.set()


def test_work_is_stopped_when_its_caller_is_interrupted(monkeypatch) -> None:
    stopping = threading.Event()

    def interrupted(*_: Any) -> None:
        monkeypatch.undo()
        raise KeyboardInterrupt

    monkeypatch.setattr(deadline, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        within(20, stopping.wait, stopping.set, 3)
    assert stopping.is_set()


def test_a_value_over_which_a_check_computes_without_end_costs_its_own_check_only(tmp_path, monkeypatch) -> None:
    """The next checker process gets the descriptor of the one that was ended, as happens by chance in a long run."""
    held: list[int] = []
    stop = CheckerProcess.stop_check

    def hold_others(self: CheckerProcess, why: str) -> None:
        held.extend(os.open(os.devnull, os.O_RDONLY) for _ in range(60))
        stop(self, why)

    monkeypatch.setattr(CheckerProcess, "stop_check", hold_others)
    long = submission(SLOW, double="def double(x): return 'a' * 60")
    outcome: list = []
    thread = threading.Thread(
        target=lambda: outcome.append(examine(long, tmp_path, SLOW, timeout=2, total_timeout=60)), daemon=True
    )
    thread.start()
    thread.join(90)
    for each in held:
        os.close(each)
    assert held and outcome, "it still waits"
    scores, _, record = outcome[0]
    assert scores == {**FULL, "double-values": 0} and record["outcome"] == "timed out"
    assert examine(submission(), tmp_path)[0] == FULL


@pytest.mark.parametrize("step", ["_student_done", "_replace_checker", "_launch", "_show_given"])
def test_a_step_that_never_ends_is_cancelled_and_its_processes_end(step, tmp_path, monkeypatch, hurried) -> None:
    async def wait_for_ever(*_: Any) -> None:
        await asyncio.get_running_loop().create_future()

    slow = step == "_replace_checker"
    monkeypatch.setattr(Session, step, wait_for_ever)
    checker_pool.close_idle()
    nb = submission(SLOW, double="def double(x): return 'a' * 60") if slow else submission()
    started = time.monotonic()
    scores, nb, record = examine(nb, tmp_path, SLOW if slow else SOURCE, timeout=2, total_timeout=4)
    assert time.monotonic() - started < 30
    assert scores == {"double-values": 0, "area-values": 0}
    assert record["outcome"] == "timed out" and "longer than 4 s" in str(nb.cells[5].outputs)
    assert not _processes()


def test_a_verdict_from_before_the_end_of_the_time_counts(tmp_path, monkeypatch, hurried) -> None:
    student_cell = Session._student_cell

    async def stuck_at_area(self: Session, step: Any) -> None:
        if "area" in step.source:
            await asyncio.get_running_loop().create_future()
        await student_cell(self, step)

    monkeypatch.setattr(Session, "_student_cell", stuck_at_area)
    scores, _, record = examine(submission(), tmp_path, total_timeout=3)
    assert scores == {**FULL, "area-values": 0} and record["outcome"] == "timed out"


@pytest.mark.parametrize(
    "stuck", ["autograder.engine.grading.grader.read_submission", "autograder.engine.grading.session.make_schedule"]
)
def test_reading_that_never_ends_gives_no_points_and_the_next_notebook_comes(stuck, monkeypatch, hurried) -> None:
    ending = threading.Event()
    hurried_grader = NotebookGrader(Limits(notebook_seconds=1.0))
    data = nbformat.writes(submission()).encode()
    with monkeypatch.context() as context:
        context.setattr(stuck, lambda *_: ending.wait(60))
        started = time.monotonic()
        nb, outcome = hurried_grader.grade(data, SOURCE)
    assert time.monotonic() - started < 20
    assert outcome.outcome == "timed out" and outcome.detail and json.dumps(nb)
    assert scores_of(nb) == {"double-values": 0, "area-values": 0}
    ending.set()
    assert scores_of(NotebookGrader().grade(data, SOURCE)[0]) == FULL


def test_nbgraders_pipeline_goes_on_too(tmp_path, monkeypatch, hurried) -> None:
    ending = threading.Event()
    with monkeypatch.context() as context:
        context.setattr(session, "make_schedule", lambda *_: ending.wait(60))
        scores, _, record = examine(submission(), tmp_path, total_timeout=1)
    ending.set()
    assert scores == {"double-values": 0, "area-values": 0} and record["outcome"] == "timed out"
    assert examine(submission(), tmp_path)[0] == FULL


def _processes() -> list[psutil.Process]:
    """Return our grading processes, except the fork server, after some seconds in which they may end."""
    checker_pool.close_idle()
    until = time.monotonic() + 15
    while (left := psutil.Process(warm_up.server().pid).children(recursive=True)) and time.monotonic() < until:
        time.sleep(0.1)
    return left
