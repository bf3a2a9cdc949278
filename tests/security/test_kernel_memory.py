"""Memory that the kernel keeps for a submission, such as the buffers of sockets and pipes, stays below a bound."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from autograder.engine.isolation import cgroups, fork_client, probes, self_test
from autograder.engine.isolation.confinement import OPEN_FILES
from autograder.engine.isolation.policy import MIB, Policy
from autograder.engine.isolation.preload import BARE
from tests.support.program_files import read_programs
from tests.support.tiny_assignment import FULL, examine, submission

ATTACKS = read_programs("attacks/kernel_memory.py")
FULL_UP = ("it kept too many sockets open", "Too many open files")  # what comes first depends on the machine
STOPPED = {
    "buffers of sockets": FULL_UP,
    "buffers of sockets in many processes": FULL_UP[:1],
    "sockets on their way": FULL_UP,
    "larger buffers": ("Operation not permitted",),
    "larger pipes": ("Operation not permitted",),
    "many pipes": FULL_UP[1:],
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_on_the_memory_of_the_kernel_is_stopped(name: str, tmp_path: Path) -> None:
    scores, nb, record = examine(submission(double=ATTACKS[name]), tmp_path, timeout=8, total_timeout=60)
    assert scores == {**FULL, "double-values": 0}, record
    told = str([record, nb.cells[3].outputs])
    assert any(words in told for words in STOPPED[name]), told


def test_an_honest_answer_may_use_an_event_loop_and_pipes(tmp_path: Path) -> None:
    answer = (
        "import asyncio, os, subprocess\nasync def later(x):\n    await asyncio.sleep(0)\n    return 2 * x\n"
        "def double(x):\n    for _ in range(20): os.close(os.pipe()[0])\n    return asyncio.run(later(x))"
    )
    assert examine(submission(double=answer), tmp_path)[0] == FULL


def test_the_probe_of_the_self_test_fills_what_nobody_limits(tmp_path: Path) -> None:
    """Sockets of many processes hold more than the limit on memory, if they are not counted and there is no cgroup."""
    policy = Policy(str(tmp_path), memory=64 * MIB, disk=16 * MIB, processes=64, sockets=10**6)
    found = fork_client.server(BARE).fork(probes.fill_kernel, {"size": 200 * MIB}, sandbox=policy).result(60)
    assert found is not None and int(found.split()[0]) >= 200


def test_the_self_test_says_whether_a_cgroup_limits_the_kernel(tmp_path: Path) -> None:
    finding = self_test._kernel_memory(Policy(str(tmp_path), memory=128 * MIB, disk=16 * MIB))
    given = cgroups.parent_if_given(os.environ)
    assert (finding.holds, finding.detail == "ended: memory") == (bool(given), bool(given))


def test_the_bound_is_small() -> None:
    """The kernel charges each socket for up to 400 kB, and gives a pipe 64 kB."""
    assert Policy("").sockets * 400_000 < 2**26 and OPEN_FILES // 2 * 65536 < 2**24
