"""Trials that nobody waits for any more: all of them end, and so does the process that they are forked from."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from autograder.audit.trial import MISSING, Trial, try_all
from autograder.engine.execution import warm_up
from autograder.engine.isolation import preload

ROOT = Path(__file__).parents[2]
ENDLESS = Trial((("endless", "while True: pass", True),))
QUICK = Trial((("given", "x = 1", False), ("quick", "assert x == 1", True), ("wrong", "assert x == 2, 'not 2'", True)))


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trials that need no TensorFlow."""
    monkeypatch.setattr(warm_up, "PRELOAD", preload.BARE)


def test_each_trial_has_its_outcome_and_a_fork_of_its_own() -> None:
    leaking = Trial((("leak", "import os\nos.environ['LEFT'] = y = 'here'\nos.chdir('/')", True),))
    alone = Trial((("alone", "import os\nassert 'LEFT' not in os.environ and 'y' not in globals()", True),))
    outcomes = dict(try_all([leaking, QUICK, alone, ENDLESS], time_limit=5))
    assert outcomes[1].messages == {"quick": "", "wrong": "not 2"}
    assert outcomes[0].messages == {"leak": ""} and outcomes[2].messages == {"alone": ""}
    assert outcomes[3].messages["endless"] == f"{MISSING}: took too long"


def test_trials_that_share_a_process_do_not_meet_what_others_left() -> None:
    leaking = Trial((("leak", "import os\nos.environ['LEFT'] = y = 'here'\nos.chdir('/')", True),))
    alone = Trial(
        (("alone", "import os\nassert 'LEFT' not in os.environ and 'y' not in globals() and os.getcwd() != '/'", True),)
    )
    outcomes = dict(try_all([leaking, QUICK, alone], together=3))
    assert outcomes[0].messages == {"leak": ""} and outcomes[2].messages == {"alone": ""}
    assert outcomes[1].messages == {"quick": "", "wrong": "not 2"}


def test_if_a_shared_process_fails_each_trial_gets_one_of_its_own() -> None:
    dying = Trial((("dying", "import os\nos._exit(3)", True),))
    outcomes = dict(try_all([QUICK, dying, ENDLESS, QUICK], time_limit=3, together=4))
    assert outcomes[0].messages == outcomes[3].messages == {"quick": "", "wrong": "not 2"}
    assert "ended without a result" in outcomes[1].messages["dying"]
    assert outcomes[2].messages["endless"] == f"{MISSING}: took too long"


def test_who_has_seen_enough_waits_for_no_other_trial() -> None:
    started = time.monotonic()
    for index, _ in try_all([ENDLESS, QUICK, *[ENDLESS] * 20]):
        assert index == 1
        break
    assert time.monotonic() - started < 20
    assert not busy_below(psutil.Process(), seconds=20)


def busy_below(process: psutil.Process, seconds: float) -> list[psutil.Process]:
    """Return the processes below one that run all the time. One that only runs now and then, as a server, is none."""
    until = time.monotonic() + seconds
    busy = process.children(recursive=True)
    while busy and time.monotonic() < until:
        _, alive = psutil.wait_procs(busy, timeout=0.2)
        busy = [each for each in alive if each.is_running() and each.status() == psutil.STATUS_RUNNING]
    return busy


CALLER = """
from autograder.engine.execution import warm_up
from autograder.engine.isolation import preload
from autograder.audit.trial import Trial, try_all
warm_up.PRELOAD = preload.BARE
for _ in try_all([Trial((("quick", "1", True),)), *[Trial((("endless", "while True: pass", True),))] * 20]):
    print("one", flush=True)
"""


def test_ctrl_c_ends_all() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", CALLER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as caller:
        assert caller.stdout is not None and caller.stdout.readline() == b"one\n"
        below = psutil.Process(caller.pid).children(recursive=True)
        started = time.monotonic()
        caller.send_signal(signal.SIGINT)
        _, errors = caller.communicate(timeout=20)
        assert errors.decode().strip().endswith("KeyboardInterrupt")
    assert time.monotonic() - started < 10
    assert len(below) >= 3 and not any(each.is_running() for each in below)
