"""The examiner's processes as the grader has them: started, lent to one notebook after the other, ended.

What runs in them is `exam.py`. One that has done a notebook without trouble serves the next of the same assignment:
the first Keras layer of a process costs what ten later ones do.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Sequence

from autograder.engine.bridge.messages import encode
from autograder.engine.execution import programs
from autograder.engine.execution.control import Obedient
from autograder.engine.execution.orders import StopCheck
from autograder.engine.isolation import fork_client

NOTEBOOKS = 500
"""How many notebooks one process does."""
IDLE_SECONDS = 30.0
"""How long a process waits for its next notebook."""


class ExaminerProcess(Obedient):
    """The grader's end of the line to `exam.py`: a fork of the warm process, or an ordinary one."""

    def __init__(self, path: Sequence[str], purpose: str | None = None) -> None:
        """Start the process; `path` are folders to import from, `purpose` names what it may be kept for."""
        server = fork_client.find_server(os.environ, None)
        self.purpose = purpose if server is not None else None
        self.notebooks = 0
        super().__init__(programs.CHECKER, (), server, {"path": list(path)})

    async def begin(self, folder: str) -> None:
        """Have it take up a notebook whose files are in this folder.

        Raises:
            ConnectionError: it has ended.
        """
        self.notebooks += 1
        await self.ask({"do": "begin", "folder": folder})

    def stop_check(self, why: str) -> None:
        """Make the check that waits for the student's code fail, for this reason."""
        with contextlib.suppress(OSError):
            self.sock.send(encode(StopCheck(why)) + b"\n")


_idle: list[tuple[ExaminerProcess, threading.Timer]] = []
_lock = threading.Lock()


async def borrow(folder: str, path: Sequence[str], purpose: str | None) -> ExaminerProcess:
    """An examiner that has taken up a notebook: one that waits, started for this purpose, or a new one."""
    while (waiting := _take(purpose)) is not None:
        try:
            await waiting.begin(folder)
            return waiting
        except OSError:  # it has ended while it waited
            waiting.close()
    new = ExaminerProcess(path, purpose)
    await new.begin(folder)
    return new


def give_back(examiner: ExaminerProcess) -> None:
    """Keep an examiner that is in order for the next notebook, for a while."""
    if examiner.purpose is None or examiner.notebooks >= NOTEBOOKS:
        examiner.close()
        return
    timer = threading.Timer(IDLE_SECONDS, _drop, [examiner])
    timer.daemon = True
    with _lock:
        _idle.append((examiner, timer))
    timer.start()


def close_idle() -> None:
    """End the examiners that wait."""
    with _lock:
        waiting = list(_idle)
        _idle.clear()
    for examiner, timer in waiting:
        timer.cancel()
        examiner.close()


def _take(purpose: str | None) -> ExaminerProcess | None:
    with _lock:
        for entry in _idle:
            if purpose is not None and entry[0].purpose == purpose:
                _idle.remove(entry)
                entry[1].cancel()
                return entry[0]
    return None


def _drop(examiner: ExaminerProcess) -> None:
    with _lock:
        entry = next((each for each in _idle if each[0] is examiner), None)
        if entry is None:
            return  # it was borrowed at this moment
        _idle.remove(entry)
    examiner.close()
