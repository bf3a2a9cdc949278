"""The benchmark: its report on some measurements, and one small run."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from autograder.classroom.workers import processors
from tests.support.this_course import ROOT
from tools.bench import OURS, STOCK, Bench, Cost, report, write


def measured() -> Bench:
    costs = [Cost(OURS, 10, 5.0, 8.0, 100 * 2**20), Cost(STOCK, 10, 60.0, 70.0, 200 * 2**20)]
    growth = [Cost(OURS, 20, 9.0, 15.0, 0)]
    return Bench(
        "04_numpy_rnn", 10, 4.0, costs, growth, 300, ["ada rnn_step-values: 2 by stock nbgrader, 1 by autograder"]
    )


def test_the_report_gives_costs_by_submission_beside_ours_and_the_floor() -> None:
    text = report([measured()])
    assert "| 04_numpy_rnn, 10 | stock nbgrader | 6.00 | 7.00 | 200 | 12.0 |" in text
    assert "| 04_numpy_rnn, 10 | autograder | 0.50 | 0.80 | 100 | 1.0 |" in text
    assert f"{100 * 4 / processors() / 5:.0f} % of the floor's throughput, 2.00 times its CPU" in text
    assert "1 of 300 scores differ" in text and "- ada rnn_step-values: 2 by stock nbgrader, 1 by autograder" in text
    assert "| 04_numpy_rnn | 20 | 9 | 15 | 0.45 |" in text


def test_it_is_written_as_a_table_a_picture_and_raw_numbers(tmp_path) -> None:
    assert write([measured()], tmp_path).name == "bench.md"
    assert (tmp_path / "bench.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert json.loads((tmp_path / "bench.json").read_text())[0]["costs"][0]["cpu_seconds"] == 8


def test_an_assignment_that_is_not_there_ends_it_with_one_line() -> None:
    command = [sys.executable, "-m", "tools.bench", "99_none"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1 and "Known assignments" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.long
def test_a_small_class_is_measured_both_ways_with_equal_scores(tmp_path) -> None:
    command = [sys.executable, "-m", "tools.bench", "04_numpy_rnn", "--size", "2", "--growth", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "\n0 of " in done.stdout and "two stock nbgraders at once" in done.stdout
