"""The examiner's processes as the grader has them: started, lent to one notebook after the other, ended.

What runs in them is `exam.py`. One that has done a notebook without trouble serves the next of the same assignment:
the first Keras layer of a process costs what ten later ones do.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder import kernels

ANSWER = 2**24
"""Bytes that the examiner may say about one cell."""
NOTEBOOKS = 25
"""How many notebooks one process does."""
IDLE_SECONDS = 30.0
"""How long a process waits for its next notebook."""
ONE_THREAD = {"TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}
"""Environment of processes that grade: the processors are taken by other submissions."""
log = logging.getLogger("autograder")


class ExaminerProcess:
    """The grader's end of the line to `exam.py`: a fork of the warm process, or an ordinary one."""

    def __init__(self, path: Sequence[str], purpose: str | None = None) -> None:
        """Start the process; `path` are folders to import from, `purpose` names what it may be kept for."""
        self.purpose = purpose
        self.notebooks = 0
        self.sock, theirs = socket.socketpair()
        with theirs:
            try:
                self.process: Any = kernels.server().fork(
                    "autograder.exam:main",
                    {"path": list(path)},
                    fds=[theirs.fileno()],
                    env={**ONE_THREAD, **os.environ},
                )
            except kernels.NoWarmProcessError as error:
                log.warning("no warm examiner, an ordinary one starts: %s", error)
                self.purpose = None
                self.process = self._ordinary(theirs.fileno(), path)
        self.sock.setblocking(False)
        self.data = b""

    def _ordinary(self, fd: int, path: Sequence[str]) -> subprocess.Popen:
        root = str(Path(__file__).parent.parent)
        environment = {
            **ONE_THREAD,
            **os.environ,
            "PYTHONPATH": os.pathsep.join([root, os.environ.get("PYTHONPATH", "")]),
        }
        command = [sys.executable, "-P", "-m", "autograder.exam", str(fd), *path]
        return subprocess.Popen(command, pass_fds=[fd], cwd="/", env=environment)

    async def begin(self, folder: str) -> None:
        """Have it take up a notebook whose files are in this folder.

        Raises:
            ConnectionError: it has ended.
        """
        self.notebooks += 1
        await self.ask({"do": "begin", "folder": folder})

    async def ask(self, message: dict, fds: tuple[int, ...] = ()) -> dict:
        """What the examiner answers.

        Raises:
            ConnectionError: it has ended.
        """
        loop = asyncio.get_running_loop()
        line = json.dumps(message).encode() + b"\n"
        if fds:
            socket.send_fds(self.sock, [line], fds)
        else:
            await loop.sock_sendall(self.sock, line)
        while b"\n" not in self.data:
            part = await loop.sock_recv(self.sock, 2**16)
            if not part or len(self.data) > ANSWER:
                raise ConnectionError("the examiner has ended")
            self.data += part
        answer, _, self.data = self.data.partition(b"\n")
        return json.loads(answer)

    def stop_check(self, why: str) -> None:
        """Make the check that waits for the student's code fail, for this reason."""
        with contextlib.suppress(OSError):
            self.sock.send(json.dumps({"do": "stop", "why": why}).encode() + b"\n")

    def close(self) -> None:
        """End the process."""
        self.sock.close()
        with contextlib.suppress(Exception):
            self.process.kill()
            self.process.wait(5)
        result = getattr(self.process, "_result", None)
        if result is not None:
            result.close()


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
