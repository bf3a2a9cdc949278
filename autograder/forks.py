"""Runs many small tasks, each in a fork of one process that has TensorFlow imported.

For our own code only: a task is bounded in time and cannot disturb another, but it is not sandboxed.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection
from typing import Any

TIME_LIMIT = 30.0
"""Seconds of wall clock that a task may take."""


@dataclass
class Failure:
    """What stands in place of a result when a task gave none."""

    reason: str


@dataclass
class _Running:
    index: int
    process: Any
    results: connection.Connection
    deadline: float


def run_each(
    function: Callable[[Any], Any],
    tasks: Sequence[Any],
    workers: int | None = None,
    time_limit: float = TIME_LIMIT,
) -> Iterator[tuple[int, Any]]:
    """Call `function(task)` for each task in a process of its own; yield (index, result) as they end.

    Function, tasks and results must be picklable. A task that dies or takes more than `time_limit` seconds
    yields a `Failure`.
    """
    with _without_main():
        yield from _run_each(function, tasks, workers, time_limit)


def _run_each(
    function: Callable[[Any], Any], tasks: Sequence[Any], workers: int | None, time_limit: float
) -> Iterator[tuple[int, Any]]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["autograder.preload", function.__module__])
    _wait_for_imports(context)
    waiting = list(enumerate(tasks))[::-1]
    running: list[_Running] = []
    try:
        while waiting or running:
            while waiting and len(running) < (workers or os.cpu_count() or 1):
                running.append(_start(context, function, *waiting.pop(), time_limit))
            for done in _ended(running):
                running.remove(done)
                yield done.index, _result(done)
    finally:
        for each in running:
            each.process.kill()


@contextmanager
def _without_main() -> Iterator[None]:
    """Let a new process not import the program that was started: it has no use for it, and would spend a second."""
    main = sys.modules["__main__"]
    spec, file = getattr(main, "__spec__", None), getattr(main, "__file__", None)
    main.__spec__, main.__file__ = None, None
    try:
        yield
    finally:
        main.__spec__, main.__file__ = spec, file


def _wait_for_imports(context: Any) -> None:
    # the first fork waits for the imports; no task's time should be spent on that
    first = context.Process(target=os.getpid, daemon=True)
    first.start()
    first.join()


def _start(context: Any, function: Callable, index: int, task: Any, time_limit: float) -> _Running:
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_call, args=(function, task, sending), daemon=True)
    process.start()
    sending.close()
    return _Running(index, process, receiving, time.monotonic() + time_limit)


def _call(function: Callable, task: Any, results: connection.Connection) -> None:
    results.send(function(task))
    results.close()
    os._exit(0)  # TensorFlow's own clean-up at exit takes longer than most tasks


def _ended(running: list[_Running]) -> list[_Running]:
    soonest = min(each.deadline for each in running)
    ready = connection.wait([each.results for each in running], timeout=max(0.0, soonest - time.monotonic()))
    now = time.monotonic()
    return [each for each in running if each.results in ready or now >= each.deadline]


def _result(done: _Running) -> Any:
    try:
        if done.results.poll():
            return done.results.recv()
        return Failure("took too long")
    except EOFError:
        return Failure("the process ended without a result")
    finally:
        done.process.kill()
        done.process.join()
        done.results.close()
