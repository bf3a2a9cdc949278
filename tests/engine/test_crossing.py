"""A check gives the same verdict as in one kernel, although the student's code runs in another process."""

from __future__ import annotations

import socket
import textwrap
import time

import pytest

from autograder.engine.bridge.errors import CheckAborted
from autograder.engine.bridge.framing import HEADER, STRAYS, Channel
from tests.support.program_files import read_cases, read_programs
from tests.support.two_process_runner import apart, in_one

SAME = read_cases("crossing/plain_values.py") | read_cases("crossing/introductory.py")


@pytest.mark.parametrize("case", SAME)
def test_a_check_finds_the_same_apart_as_in_one_kernel(case: str) -> None:
    student, check = SAME[case]
    expected = in_one(student, check)
    assert apart(student, check) == expected


INTRODUCTORY = read_cases("crossing/introductory.py")
FAILING = {
    "wrong sum of two objects", "no such operator", "abstract method", "an error that is not caught",
    "about a function without a docstring", "a table that is wrong",
}  # fmt: skip


def test_the_introductory_checks_find_what_they_look_for() -> None:
    assert {case for case, (student, check) in INTRODUCTORY.items() if in_one(student, check) != "passed"} == FAILING


LIES = read_programs("crossing/lies.py")

QUESTIONS = read_programs("crossing/questions.py")


@pytest.mark.parametrize("lie", LIES)
def test_an_object_that_lies_is_judged_on_plain_values(lie: str) -> None:
    for question, check in QUESTIONS.items():
        assert apart(LIES[lie], check, allowed=[]) != "passed", question


def test_some_of_the_lies_would_pass_in_one_kernel() -> None:
    assert sum(in_one(lie, check) == "passed" for lie in LIES.values() for check in QUESTIONS.values()) >= 15


REFUSED = read_programs("crossing/refused.py")
REASONS = {
    "10 GB": "10.0 GB",
    "deep tuples": "nested deeper",
    "too many objects": "more than 50,000",
    "huge number": "1,000,001 bits",
    "endless iterator": "more than",
    "death": "ended the process",
    "structured": "dtype",
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_judged_is_refused_with_a_reason(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.engine.bridge.peer.REQUESTS", 500)
    check = "try:\n    for _ in f(): pass\nexcept Exception:\n    pass"
    started = time.monotonic()
    outcome = apart(REFUSED[case], check)
    assert outcome.startswith("CheckAborted") and REASONS[case] in outcome
    assert time.monotonic() - started < 20  # nothing of that size was created


PEEKS = read_programs("crossing/peeks.py")


@pytest.mark.parametrize("peek", PEEKS)
def test_a_callback_leads_nowhere_else(peek: str) -> None:
    check = textwrap.dedent("""
        secret = [42]
        def g(): return 1
        g.secret = secret
        def numbers(): yield 1
        got = f(g, *([numbers()] if 'it' in peek else []))
        assert False, ('got', got)
    """).replace("peek", repr("it" if "it)" in PEEKS[peek] else ""))
    assert "'got'" not in apart(PEEKS[peek], check)


def test_who_sends_what_was_not_asked_without_end_is_stopped() -> None:
    ours, theirs = socket.socketpair()
    stop, stopper = socket.socketpair()
    with ours, theirs, stop, stopper:
        theirs.sendall((HEADER.pack(7, 2, 0) + b"{}") * (STRAYS + 500))  # so many that it need not wait for more
        stopper.send(b'{"why": "It took too long."}\n')
        with pytest.raises(CheckAborted, match="It took too long"):
            Channel(ours, mark=1, stop=stop).receive()


def test_a_message_in_many_parts_does_not_keep_from_stopping() -> None:
    ours, theirs = socket.socketpair()
    stop, stopper = socket.socketpair()
    with ours, theirs, stop, stopper:
        theirs.sendall(HEADER.pack(1, 2**20, 0) + b"x" * 100_000)  # more could come at any time
        stopper.send(b'{"why": "It took too long."}\n')
        with pytest.raises(CheckAborted, match="It took too long"):
            Channel(ours, mark=1, stop=stop).receive()
