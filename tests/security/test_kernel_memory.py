"""Memory that the kernel keeps for a submission, such as the buffers of sockets and pipes, stays below a bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.engine.isolation.confinement import OPEN_FILES
from autograder.engine.isolation.policy import Policy
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


def test_the_bound_is_small() -> None:
    """The kernel charges each socket for up to 400 kB, and gives a pipe 64 kB."""
    assert Policy("").sockets * 400_000 < 2**26 and OPEN_FILES // 2 * 65536 < 2**24
