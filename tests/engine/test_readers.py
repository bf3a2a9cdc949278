"""Submissions are read in confined processes: no file costs the grading command more than a little."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import threading
import time
from contextlib import suppress
from typing import Any

import nbformat
import psutil
import pytest

from autograder.engine.execution import checker_pool, readers, warm_up
from autograder.engine.grading.grader import CONFINED, NotebookGrader
from autograder.engine.isolation import fork_client
from autograder.engine.notebook import cell_names, reading
from autograder.engine.notebook.read import UnreadableError
from tests.support.tiny_assignment import FULL, SOURCE, scores, submission

GOOD = nbformat.writes(submission()).encode()


@pytest.fixture(autouse=True)
def end_readers():
    yield
    readers.close_idle()


def file_of(cells: list, **more: Any) -> bytes:
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **more}).encode()


def code(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}


def old(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "input": source, "language": "python", "outputs": [], "metadata": {}}


ODD = "".join(f"x{k}?\n" for k in range(8000))
HOSTILE = {
    "lines of help": file_of([code(ODD)] * 40),
    "an old format": file_of([], nbformat=3, worksheets=[{"cells": [old(f"a{k}" * 9) for k in range(60_000)]}]),
    "empty objects": b'{"nbformat": 4, "cells": [], "metadata": {"x": [' + b"{}," * 6_000_000 + b"{}]}}",
    "nested": file_of([code("(" * 90_000)] * 9),
    "long expressions": file_of([code("x = " + "-" * 50_000 + "1")] * 30),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_hard_to_read_costs_the_command_little(name: str, monkeypatch) -> None:
    monkeypatch.setattr(readers, "CPU_SECONDS", 1.5)
    readers.read_submission(GOOD, SOURCE, CONFINED)
    before, started = time.process_time(), time.monotonic()
    memory = psutil.Process().memory_info().rss
    with suppress(UnreadableError):
        readers.read_submission(HOSTILE[name], SOURCE, CONFINED)
    assert time.process_time() - before < 0.5 and time.monotonic() - started < 15
    assert psutil.Process().memory_info().rss - memory < 80 * 2**20
    assert readers.read_submission(GOOD, SOURCE, CONFINED).remarks == []


def test_a_notebook_is_read_without_a_source() -> None:
    assert [cell.source for cell in readers.read_any(file_of([code("x = 1")]), CONFINED).cells] == ["x = 1"]


def test_the_command_itself_looks_at_no_code_of_a_submission(monkeypatch) -> None:
    def not_here(text: Any, *_: Any) -> Any:
        assert b"mine" not in str(text).encode(), "the command has read it"
        return to_python(text)

    to_python = cell_names.to_python
    warm_up.await_server()
    monkeypatch.setattr(cell_names, "to_python", not_here)
    monkeypatch.setattr(reading, "read_notebook", None)
    data = nbformat.writes(submission(double="mine = 2\ndef double(x): return mine * x")).encode()
    assert scores(NotebookGrader().grade(data, SOURCE)[0]) == FULL


def test_the_process_that_reads_is_confined_and_reads_several_submissions() -> None:
    found = set()
    for _ in range(3):
        readers.read_submission(GOOD, SOURCE, CONFINED)
        (reader,) = readers._idle
        found.add(reader.process.pid)
        assert reader.process.confinement.seccomp and not reader.process.confinement.capabilities
    assert len(found) == 1


def test_an_honest_submission_is_read_again_if_an_earlier_one_used_up_the_process() -> None:
    readers.read_submission(GOOD, SOURCE, CONFINED)
    (reader,) = readers._idle
    reader.process.kill()
    reader.process.wait(10)
    assert readers.read_submission(GOOD, SOURCE, CONFINED).remarks == []
    assert reader not in readers._idle


def test_a_killed_reader_is_not_the_fault_of_the_submission_even_if_its_supervisor_reports_late() -> None:
    reader = readers.Reader(CONFINED, "killed")
    supervisor = psutil.Process(reader.process.pid).parent()
    supervisor.suspend()  # as if other processes had the processors
    wake = threading.Timer(1.5, supervisor.resume)
    wake.start()
    os.kill(reader.process.pid, signal.SIGKILL)
    try:
        assert reader.ended_from_outside()
    finally:
        wake.join()
        reader.close()


def test_a_thread_with_a_running_event_loop_can_read_as_well() -> None:
    """The server of the formgrader grades in such a thread."""

    async def read() -> list:
        return readers.read_submission(GOOD, SOURCE, CONFINED).remarks

    assert asyncio.run(read()) == []


def test_reading_takes_little_time() -> None:
    """Include the time of the process that reads."""
    readers.read_submission(GOOD, SOURCE, CONFINED)
    (reader,) = readers._idle
    used = reader._cpu() + time.process_time()
    for _ in range(20):
        readers.read_submission(GOOD, SOURCE, CONFINED)
    assert (reader._cpu() + time.process_time() - used) / 20 < 0.03


def test_a_reader_leaves_no_process_and_no_folder() -> None:
    readers.read_submission(GOOD, SOURCE, CONFINED)
    (reader,) = readers._idle
    checker_pool.close_idle()
    assert not readers._idle and not psutil.pid_exists(reader.process.pid)
    assert not os.path.exists(reader.folder)
    assert fork_client.server(warm_up.READING).alive()
