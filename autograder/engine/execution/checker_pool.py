"""Starts checker processes, lends them to one notebook at a time, and ends them.

`checker_process.py` runs in them. A process that has graded a notebook without trouble serves the next one of the same
assignment, because the first Keras layer of a process takes as long as ten later ones.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from autograder.engine.bridge.messages import encode
from autograder.engine.execution import notebook_files, programs, readers, warm_up
from autograder.engine.execution.control import Obedient
from autograder.engine.execution.orders import (
    AttachStudent,
    BeginNotebook,
    CheckRan,
    CollectFiles,
    Done,
    FilesKept,
    GivenRan,
    RunCheck,
    RunGiven,
    StopCheck,
)
from autograder.engine.isolation import process_usage
from autograder.engine.isolation.folders import copy_plain_files, private_folder
from autograder.engine.isolation.policy import GIB, MIB, Policy

NOTEBOOKS = 100
"""How many notebooks one process serves."""
MEMORY = 2 * GIB
"""Limit on the memory of one process beyond what it starts with."""
GROWTH = 512 * MIB
"""A process that has grown by more serves no other notebook."""
CPU_SECONDS = 600.0
"""A process that has used more serves no other notebook."""
PACKAGE = str(Path(__file__).parents[2])
IDLE_SECONDS = 30.0
"""How long a process waits for its next notebook."""


class CheckerProcess(Obedient):
    """The grader's handle on a checker process, which is a fork of the fork server or an ordinary process."""

    def __init__(
        self,
        path: Sequence[str],
        purpose: str | None = None,
        preload: Sequence[str] | None = None,
        policy: Policy | None = None,
    ) -> None:
        """Start the process.

        Args:
            path: folders to import from.
            purpose: names the notebooks that the process may be kept for; None if it must not be kept.
            preload: libraries that are imported before it starts, as in `warm_up.preload_for`.
            policy: how it is confined, except for its folders; None leaves it unconfined.

        Raises:
            SandboxError: it cannot be confined.
        """
        server = warm_up.find_server(os.environ, policy, preload)
        self.purpose = purpose if server is not None else None
        self.notebooks = 0
        self.folders = [private_folder(), tempfile.mkdtemp(prefix="course-")]
        try:
            if policy is not None:
                path = [_copy(folder, self.folders[1], number) for number, folder in enumerate(path)]
                policy = replace(
                    policy, folder=self.folders[0], read=(PACKAGE, *path), given=self.folders[1], programs=False
                )
            super().__init__(programs.CHECKER, (), server, {"path": list(path)}, policy, cwd=self.folders[0])
        except BaseException:
            self._remove_folders()
            raise
        self.size = process_usage.resident(self.process.pid)

    async def begin(self, folder: str) -> None:
        """Make it start a notebook with the files of this folder.

        Raises:
            ConnectionError: the process has ended.
        """
        self.notebooks += 1
        self.received = 0
        with await asyncio.to_thread(notebook_files.pack, folder) as archive:
            await self.ask(BeginNotebook(), Done, (archive.fileno(),))

    async def keep_files(self, folder: str, seconds: float) -> bool:
        """Write the files that it has received to a folder; return False if it does not answer in time."""
        try:
            answer = await asyncio.wait_for(self.ask(CollectFiles(), FilesKept), seconds)
        except (OSError, TimeoutError):
            return False
        notebook_files.keep(answer.files, folder)
        return True

    async def attach(self, fd: int) -> None:
        """Connect it to the student process at the other end of this socket. Raises ConnectionError as `begin` does."""
        await self.ask(AttachStudent(), Done, (fd,))

    async def run_given(self, source: str) -> str | None:
        """Run a given cell; return its error, or None. Raises ConnectionError as `begin` does."""
        return (await self.ask(RunGiven(source), GivenRan)).error

    async def run_check(self, order: RunCheck) -> CheckRan:
        """Run a check. Raises ConnectionError as `begin` does."""
        return await self.ask(order, CheckRan)

    def is_used_up(self) -> bool:
        """Return whether it has served enough: by number, memory and CPU time."""
        pids = process_usage.tree(self.process.pid)
        growth = sum(map(process_usage.resident, pids)) - self.size
        return self.notebooks >= NOTEBOOKS or growth > GROWTH or process_usage.cpu_and_tasks(pids)[0] > CPU_SECONDS

    def close(self) -> None:
        """End the process and remove its folders."""
        super().close()
        self._remove_folders()

    def _remove_folders(self) -> None:
        for folder in self.folders:
            shutil.rmtree(folder, ignore_errors=True)

    def stop_check(self, why: str) -> None:
        """Make the check that waits for the student's code fail, for this reason."""
        with contextlib.suppress(OSError):
            self.sock.send(encode(StopCheck(why)) + b"\n")


def _copy(folder: str, target: str, number: int) -> str:
    """Copy a folder of the course, so that an account that owns nothing can read it; return the copy."""
    copy = f"{target}/{number}"
    os.makedirs(copy)
    copy_plain_files(folder, copy, 256 * MIB)
    for base, _, names in os.walk(copy):
        os.chmod(base, 0o755)
        for name in names:
            os.chmod(os.path.join(base, name), 0o644)
    return copy


def policy_for(policy: Policy | None, notebook_seconds: float) -> Policy | None:
    """Return how the checker process is confined, given the student's policy and the time of a notebook.

    The process serves several notebooks, so its CPU time is not that of one.
    """
    cpu = CPU_SECONDS + 2 * notebook_seconds
    return policy and replace(policy, memory=MEMORY, cpu_seconds=cpu, wall_seconds=None)


_idle: list[tuple[CheckerProcess, threading.Timer]] = []
_lock = threading.Lock()


async def borrow(
    folder: str,
    path: Sequence[str],
    purpose: str | None,
    preload: Sequence[str] | None = None,
    policy: Policy | None = None,
) -> CheckerProcess:
    """Return a checker process that has started a notebook: an idle process of the same purpose, or a new one."""
    while (idle := _take(purpose)) is not None:
        try:
            await idle.begin(folder)
            return idle
        except OSError:  # it has ended while it waited
            idle.close()
    checker = await asyncio.to_thread(CheckerProcess, path, purpose, preload, policy)
    await checker.begin(folder)
    return checker


def give_back(checker: CheckerProcess) -> None:
    """Keep a sound checker process for the next notebook, for a while."""
    if checker.purpose is None or checker.is_used_up():
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
