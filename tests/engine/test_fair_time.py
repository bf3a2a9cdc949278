"""The time of a process is the time in which it could work, no matter what else uses the processors."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil
import pytest

from autograder.engine.execution.fair_time import FairTime

SPIN = "while True: pass"
SLEEP = "import time; time.sleep(60)"
THREADS = "import threading\nfor _ in range(3): threading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()"


def measured(code: str, neighbours: int, seconds: float = 0.8) -> tuple[float, float]:
    """Return which share of the time counts for a process beside busy neighbours, and its share of the processor."""
    processor = {min(os.sched_getaffinity(0))}
    codes = [code, *[SPIN] * neighbours]
    programs = [f"print(flush=True)\n{each}" for each in codes]
    processes = [subprocess.Popen([sys.executable, "-c", each], stdout=subprocess.PIPE) for each in programs]
    try:
        for process in processes:
            process.stdout.readline()  # type: ignore[union-attr]  # starting Python is work, too
            os.sched_setaffinity(process.pid, processor)
        first = psutil.Process(processes[0].pid)
        clock, since, used = FairTime([first.pid]), time.monotonic(), sum(first.cpu_times()[:2])
        while time.monotonic() - since < seconds:
            time.sleep(0.1)
            clock.look()
        passed = time.monotonic() - since
        return clock.seconds / passed, (sum(first.cpu_times()[:2]) - used) / passed
    finally:
        for process in processes:
            process.kill()
            process.communicate()


@pytest.mark.parametrize(("code", "neighbours"), [(SPIN, 0), (SPIN, 3), (THREADS, 5)])
def test_of_a_busy_process_only_the_time_counts_in_which_it_works(code: str, neighbours: int) -> None:
    counted, worked = measured(code, neighbours)
    assert abs(counted - worked) < 0.2 and (counted < 0.7 or not neighbours)


def test_of_a_sleeping_process_all_time_counts() -> None:
    assert 0.9 < measured(SLEEP, 3)[0] < 1.1


def test_a_process_that_has_ended_counts_as_waiting() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    clock = FairTime([process.pid], 2.0)
    time.sleep(0.05)
    assert 2.04 < clock.look() < 3
