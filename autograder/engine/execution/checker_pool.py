"""Starts checker processes, lends them to one notebook at a time, and ends them.

`checker_process.py` runs in them. A process that has graded a notebook without trouble serves the next one of the same
assignment, because the first Keras layer of a process takes as long as ten later ones.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Sequence

from autograder.engine.bridge.messages import encode
from autograder.engine.execution import programs, readers, warm_up
from autograder.engine.execution.control import Obedient
from autograder.engine.execution.orders import (
    AttachStudent,
    BeginNotebook,
    CheckRan,
    Done,
    GivenRan,
    RunCheck,
    RunGiven,
    StopCheck,
)

NOTEBOOKS = 500
"""How many notebooks one process serves."""
IDLE_SECONDS = 30.0
"""How long a process waits for its next notebook."""


class CheckerProcess(Obedient):
    """The grader's handle on a checker process, which is a fork of the fork server or an ordinary process."""

    def __init__(self, path: Sequence[str], purpose: str | None = None, preload: Sequence[str] | None = None) -> None:
        """Start the process.

        Args:
            path: folders to import from.
            purpose: names the notebooks that the process may be kept for; None if it must not be kept.
            preload: libraries that are imported before it starts, as in `warm_up.preload_for`.
        """
        server = warm_up.find_server(os.environ, None, preload)
        self.purpose = purpose if server is not None else None
        self.notebooks = 0
        super().__init__(programs.CHECKER, (), server, {"path": list(path)})

    async def begin(self, folder: str) -> None:
        """Make it start a notebook whose files are in this folder.

        Raises:
            ConnectionError: the process has ended.
        """
        self.notebooks += 1
        self.received = 0
        await self.ask(BeginNotebook(folder), Done)

    async def attach(self, fd: int) -> None:
        """Connect it to the student process at the other end of this socket. Raises ConnectionError as `begin` does."""
        await self.ask(AttachStudent(), Done, (fd,))

    async def run_given(self, source: str) -> str | None:
        """Run a given cell; return its error, or None. Raises ConnectionError as `begin` does."""
        return (await self.ask(RunGiven(source), GivenRan)).error

    async def run_check(self, order: RunCheck) -> CheckRan:
        """Run a check. Raises ConnectionError as `begin` does."""
        return await self.ask(order, CheckRan)

    def stop_check(self, why: str) -> None:
        """Make the check that waits for the student's code fail, for this reason."""
        with contextlib.suppress(OSError):
            self.sock.send(encode(StopCheck(why)) + b"\n")


_idle: list[tuple[CheckerProcess, threading.Timer]] = []
_lock = threading.Lock()


async def borrow(
    folder: str, path: Sequence[str], purpose: str | None, preload: Sequence[str] | None = None
) -> CheckerProcess:
    """Return a checker process that has started a notebook: an idle process of the same purpose, or a new one."""
    while (idle := _take(purpose)) is not None:
        try:
            await idle.begin(folder)
            return idle
        except OSError:  # it has ended while it waited
            idle.close()
    checker = CheckerProcess(path, purpose, preload)
    await checker.begin(folder)
    return checker


def give_back(checker: CheckerProcess) -> None:
    """Keep a sound checker process for the next notebook, for a while."""
    if checker.purpose is None or checker.notebooks >= NOTEBOOKS:
        checker.close()
        return
    timer = threading.Timer(IDLE_SECONDS, _drop, [checker])
    timer.daemon = True
    with _lock:
        _idle.append((checker, timer))
    timer.start()


def close_idle() -> None:
    """End the idle checker processes, and the idle processes that read submissions."""
    readers.close_idle()
    with _lock:
        entries = list(_idle)
        _idle.clear()
    for checker, timer in entries:
        timer.cancel()
        checker.close()


def _take(purpose: str | None) -> CheckerProcess | None:
    with _lock:
        for entry in _idle:
            if purpose is not None and entry[0].purpose == purpose:
                _idle.remove(entry)
                entry[1].cancel()
                return entry[0]
    return None


def _drop(checker: CheckerProcess) -> None:
    with _lock:
        entry = next((other for other in _idle if other[0] is checker), None)
        if entry is None:
            return  # it was borrowed at this moment
        _idle.remove(entry)
    checker.close()
