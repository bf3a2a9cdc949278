"""Has submissions read in confined processes, with limits on time and memory.

`reader_process.py` runs in them. A process that has read a submission without trouble reads the next one of the same
assignment, because it has analysed the source notebook by then.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import hashlib
import logging
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, replace
from typing import Any, TypeVar

import msgspec
import nbformat
from nbformat import NotebookNode

from autograder.engine.execution import programs, warm_up
from autograder.engine.execution.control import Obedient, cancel
from autograder.engine.execution.orders import (
    BeginReading,
    CutAnswers,
    Done,
    ReadGraded,
    ReadingOrder,
    ReadNotebook,
    ReadSubmission,
)
from autograder.engine.isolation import fork_client, process_usage
from autograder.engine.isolation.folders import private_folder
from autograder.engine.isolation.policy import MIB, Policy, SandboxError
from autograder.engine.notebook.read import LARGEST, UnreadableError, refuse_size
from autograder.engine.notebook.reading import AnyNotebook, Reading, Restored, rebuild
from autograder.engine.notebook.regions import marks_in_use
from autograder.engine.notebook.token_runs import AnswerRuns, AnswersCut

log = logging.getLogger("autograder")
CPU_SECONDS = 10.0
"""Limit on the CPU time of reading one submission. A usual one takes less than a hundredth of that."""
SECONDS = 60.0
"""Limit on the wall-clock time, for a machine with a lot of other work."""
MEMORY = 512 * MIB
"""Limit on the memory of a process."""
WORN = 128 * MIB
"""Memory from which a process reads no other submission."""
NOTEBOOKS = 500
"""How many submissions one process reads."""
IDLE_SECONDS = 30.0
"""How long a process waits for its next submission."""


Answer = TypeVar("Answer", Reading, AnyNotebook, AnswersCut)


class Reader(Obedient):
    """The grader's handle on one process that reads submissions to one source notebook."""

    answer_limit = 2**24

    def __init__(self, policy: Policy | None, purpose: str) -> None:
        """Start it, confined if there is a policy.

        Raises:
            SandboxError: it cannot be confined.
        """
        self.purpose = purpose
        self.folder = private_folder()
        self.notebooks = 0
        policy = policy and replace(policy, folder=self.folder, memory=MEMORY, cpu_seconds=None)
        try:
            server = fork_client.find_server(warm_up.READING, os.environ, policy)
            super().__init__(programs.READER, (), server, None, policy, cwd=self.folder)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self.at_start = self._memory()

    @property
    def worn(self) -> bool:
        """Return whether it should read no other submission."""
        return self.notebooks >= NOTEBOOKS or self._memory() - self.at_start > WORN

    def _memory(self) -> int:
        return process_usage.resident(self.process.pid)

    async def read(self, data: bytes, seconds: float, order: ReadingOrder, answer_type: type[Answer]) -> Answer:
        """Return its answer to an order about these bytes.

        Raises:
            UnreadableError: reading takes too long.
            ConnectionError: the process has ended.
        """
        self.notebooks += 1
        self.received = 0
        started, used = time.monotonic(), self._cpu()
        with tempfile.TemporaryFile() as file:
            file.write(data)
            file.seek(0)
            asking = asyncio.ensure_future(self.ask(order, answer_type, (file.fileno(),)))
            try:
                while not (await asyncio.wait([asking], timeout=0.5))[0]:
                    if self._cpu() - used > CPU_SECONDS or time.monotonic() - started > seconds:
                        raise UnreadableError("reading it takes too long: clear its outputs and shorten its cells")
            finally:
                await cancel(asking)
        return asking.result()

    def _cpu(self) -> float:
        return process_usage.cpu_and_tasks([self.process.pid])[0]

    def close(self) -> None:
        """End the process, and remove its folder."""
        super().close()
        shutil.rmtree(self.folder, ignore_errors=True)


_idle: dict[Reader, threading.Timer] = {}
_lock = threading.Lock()


def read_submission(data: bytes, source: NotebookNode, policy: Policy | None, seconds: float = SECONDS) -> Restored:
    """Return a submission laid over its source, read in another process.

    Args:
        data: the file, which may contain anything.
        source: the source notebook.
        policy: how to confine the process; folder, memory and time come from here. None leaves it unconfined.
        seconds: limit on the wall-clock time.

    Raises:
        UnreadableError: the file is not a readable notebook. The message says why in plain words.
        ValueError: the process broke its protocol.
        OSError: something else ended the process, so the submission should be read again.
        SandboxError: the process cannot be confined.
    """
    refuse_size(data)
    work = _read(data, msgspec.json.encode(source).decode(), policy, min(seconds, SECONDS), ReadSubmission(), Reading)
    return rebuild(_run(work), source)


def read_any(data: bytes, policy: Policy | None, limit: int = LARGEST) -> NotebookNode:
    """Return a notebook of format 4 with its outputs and metadata, read as `read_submission` does. Raises the same."""
    refuse_size(data, limit)
    return _notebook(_run(_read(data, "", policy, SECONDS, ReadNotebook(), AnyNotebook)))


def read_graded(data: bytes, policy: Policy | None) -> NotebookNode:
    """Return a graded notebook with its record, its code and its errors, for reports. Raises as `read_submission`."""
    refuse_size(data)
    return _notebook(_run(_read(data, "", policy, SECONDS, ReadGraded(), AnyNotebook)))


def cut_answers(answers: Sequence[tuple[str, str]], policy: Policy | None) -> list[AnswerRuns]:
    """Return the runs of tokens of a submission's answers, given as pairs of code and stub.

    Raises the same as `read_submission`.
    """
    data = msgspec.json.encode(answers)
    cut = _run(_read(data, "", policy, SECONDS, CutAnswers(), AnswersCut)).answers
    if len(cut) != len(answers):
        raise UnreadableError("the process that reads it gave another number of answers")
    return cut


@functools.cache
def policy_here() -> Policy | None:
    """Return how to confine reading on this host; None if it has no sandbox, so that an ordinary process reads."""
    policy = Policy(folder="")
    try:
        cut_answers([], policy)
    except SandboxError as error:
        log.info("a process without the sandbox reads: %s", error)
        return None
    return policy


def _notebook(read: AnyNotebook) -> NotebookNode:
    if read.unreadable:
        raise UnreadableError(read.unreadable)
    return nbformat.from_dict(read.notebook)


def _run(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Run a coroutine to its end, in another thread if this one has a running event loop, as the formgrader's has."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _read(
    data: bytes,
    source: str,
    policy: Policy | None,
    seconds: float,
    order: ReadingOrder,
    answer_type: type[Answer],
) -> Answer:
    """Return the answer of a process that has read nothing bad before, or else of a new one."""
    purpose = _purpose_of(source, policy)
    reader = _take(purpose)
    if reader is not None:
        with contextlib.suppress(OSError):  # what it has read before may have used up its memory
            return await _ask(reader, data, seconds, order, answer_type)
    reader = Reader(policy, purpose)
    try:
        await reader.ask(BeginReading(source, list(astuple(marks_in_use()))), Done)
        return await _ask(reader, data, seconds, order, answer_type)
    except OSError:
        if reader.ended_from_outside():
            raise
        reason = getattr(reader.process, "reason", None)
        raise UnreadableError(f"reading it ended the process that reads ({reason or 'it broke off'})") from None


async def _ask(reader: Reader, data: bytes, seconds: float, order: ReadingOrder, answer_type: type[Answer]) -> Answer:
    """Return the answer, and keep the process for the next submission if it may read one."""
    try:
        answer = await reader.read(data, seconds, order, answer_type)
    except BaseException:
        reader.close()
        raise
    _keep(reader)
    return answer


def _keep(reader: Reader) -> None:
    if reader.worn:
        reader.close()
        return
    timer = threading.Timer(IDLE_SECONDS, _drop, [reader])
    timer.daemon = True
    with _lock:
        _idle[reader] = timer
    timer.start()


def _take(purpose: str) -> Reader | None:
    with _lock:
        reader = next((each for each in _idle if each.purpose == purpose), None)
        if reader is not None:
            _idle.pop(reader).cancel()
        return reader


def _drop(reader: Reader) -> None:
    with _lock:
        if _idle.pop(reader, None) is None:
            return  # it was taken at this moment
    reader.close()


def close_idle() -> None:
    """End the idle processes."""
    with _lock:
        readers = dict(_idle)
        _idle.clear()
    for reader, timer in readers.items():
        timer.cancel()
        reader.close()


def _purpose_of(source: str, policy: Policy | None) -> str:
    return hashlib.sha256(repr([source, policy, marks_in_use()]).encode()).hexdigest()
