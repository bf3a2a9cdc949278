"""What `autograder doctor` reports if a process that should be confined fails."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.engine.isolation import probes, self_test
from autograder.engine.isolation.cgroups import VARIABLE, NoGroupError
from autograder.engine.isolation.fork_client import ForkError
from autograder.engine.isolation.policy import Policy, SandboxError
from autograder.engine.isolation.self_test import _Attack

FAILURES = {
    "it takes too long": lambda: ForkError("no result after 30 s", "wall"),
    "it was killed": lambda: ForkError("the process ended (-9)", None, -9),
    "it raised an error": lambda: ForkError("OSError: no space left"),
}


class Server:
    """A fork server whose forks fail at a certain call."""

    def __init__(self, error: ForkError, after: int) -> None:
        self.error, self.forks_left = error, after

    def fork(self, *_: object, **__: object) -> Server:
        return self

    @property
    def confinement(self) -> str:
        return "Landlock 6"

    def result(self, seconds: float) -> None:
        self.forks_left -= 1
        if self.forks_left < 0:
            raise self.error


@pytest.fixture(params=FAILURES)
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], ForkError]:
    def let_fail(after: int) -> ForkError:
        error = FAILURES[request.param]()
        server = Server(error, after)
        monkeypatch.setattr(self_test.fork_client, "server", lambda preload: server)
        return error

    return let_fail


def test_a_first_process_that_fails_is_reported(broken: Callable[[int], ForkError]) -> None:
    error = broken(0)
    first, hint = self_test.report().splitlines()
    assert first == f"no sandbox on this host: {error}" and "--no-sandbox" in hint


def test_an_attack_whose_process_fails_is_an_open_door(broken: Callable[[int], ForkError]) -> None:
    error = broken(1)
    lines = self_test.report().splitlines()
    assert lines[0] == "confined by: Landlock 6"
    assert len(lines) == 27 and all(line.lower().startswith("open ") for line in lines[1:])
    assert f"OPEN   system calls: ended: {error.reason or error}" in lines


def test_grading_is_refused_if_a_process_fails(broken: Callable[[int], ForkError]) -> None:
    broken(0)
    with pytest.raises(SandboxError, match=r"system calls: ended"):
        self_test.require()


def test_a_cgroup_that_is_named_and_cannot_be_used_stops_grading_with_one_line(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing"))
    says = rf"^the cgroup {tmp_path}/missing cannot be used: No such file or directory\. .*unset it"
    with pytest.raises(NoGroupError, match=says):
        self_test.require()
    self_test.require(no_sandbox=True)
    assert re.match(says, self_test.report())


def test_a_process_that_dies_or_hangs_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attack = _Attack("death", True, os.abort, {}, Policy(str(tmp_path)))
    assert attack.attempt().detail.startswith("ended: the process ended (-")
    monkeypatch.setattr(self_test, "SECONDS", 0.3)
    slow = replace(attack, probe=probes.spin).attempt()
    assert not slow.holds and slow.detail == "ended: wall"
