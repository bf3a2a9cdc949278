"""Runs a check twice, in one namespace with the student's code, and in another process than the student's code."""

from __future__ import annotations

import contextlib
import linecache
import os
import signal
import socket
import tempfile
import traceback
from typing import Any

import numpy as np

from autograder.engine.bridge.error_transport import line_of_a_cell
from autograder.engine.bridge.framing import Channel
from autograder.engine.execution.checker_process import CheckerPeer
from autograder.engine.execution.student_server import StudentPeer
from autograder.engine.notebook.cell_names import binds, reached

PRELUDE = """import numpy as np
from abc import ABC, abstractmethod
class Beast:
    def __init__(self, name): self.name = name
    def speak(self): return f'{self.name}: {self.sound()}'
    def sound(self): return '...'
class Rejected(Exception): pass
class Figure(ABC):
    @abstractmethod
    def area(self): ...
"""


def run_cell(source: str, name: str, namespace: dict) -> None:
    """Run source as a notebook would, so that tracebacks know its lines."""
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    exec(compile(source, name, "exec", dont_inherit=True), namespace)


def describe(error: BaseException | None) -> str:
    """An outcome as a line: `passed`, or the error with its notes."""
    if error is None:
        return "passed"
    notes = list(getattr(error, "__notes__", []))
    line = line_of_a_cell(error, but="<check>")
    files = [frame.filename for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<student>"]
    if line and line not in notes and files:
        notes.append(line)
    return " | ".join([type(error).__name__, str(error), *notes])


def in_one(student: str, check: str, given: str = PRELUDE) -> str:
    """The outcome of a check in one kernel."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return _in_one(student, check, given)


def _in_one(student: str, check: str, given: str) -> str:
    space: dict[str, Any] = {"__name__": "__main__"}
    run_cell(given, "<given>", space)
    run_cell(student, "<student>", space)
    try:
        run_cell(check, "<check>", space)
    except BaseException as error:
        return describe(error)
    return "passed"


def apart(student: str, check: str, given: str = PRELUDE, seconds: int = 60, allowed: list[str] | None = None) -> str:
    """The outcome of a check in another process than the student's code.

    `allowed` are the guarded operations that the student's objects may decide; None allows all, as if the reference
    solution had used them too.
    """
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return _apart(student, check, given, seconds, allowed)


def _apart(student: str, check: str, given: str, seconds: int, allowed: list[str] | None) -> str:
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        signal.alarm(seconds)
        ours.close()
        _candidate(student, given, theirs)
    theirs.close()
    space: dict[str, Any] = {"__name__": "__main__"}
    try:
        run_cell(given, "<given>", space)
        peer = CheckerPeer(Channel(ours), space, allowed, check)
        outcome = None
        try:
            used = reached(check, (given,)) | binds(check) & binds(student)
            peer.begin(sorted(n for n in used if n not in space and n not in BUILTINS), frozenset())
            run_cell(check, "<check>", space)
        except BaseException as error:
            outcome = error
        outcome = peer.aborted or outcome
        with contextlib.suppress(BaseException):
            peer.end(more=False)
        return describe(outcome)
    finally:
        ours.close()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


BUILTINS = set(dir(__builtins__)) if not isinstance(__builtins__, dict) else set(__builtins__)


def _candidate(student: str, given: str, sock: socket.socket) -> None:
    space: dict[str, Any] = {"__name__": "__main__"}
    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        os.dup2(quiet, 2)
        os.chdir(tempfile.mkdtemp())  # what lies there is sent
        np.random.seed(0)
        run_cell(given, "<given>", space)
        run_cell(student, "<student>", space)
        StudentPeer(Channel(sock), space).run()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)
