"""One time limit around work that may not keep its own: it is watched from outside the thread that does it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

GRACE = 10.0
"""Seconds that work has to end in once it was stopped."""
Result = TypeVar("Result")


class OutOfTimeError(Exception):
    """The work did not end in its time, nor after it was stopped; its thread is left behind."""


def within(seconds: float, work: Callable[[], Result], stop: Callable[[], None]) -> Result:
    """Do some work in a thread of its own; return its result, or raise its error.

    When the time is over or this thread is interrupted, this thread calls `stop`; the work may then still return a
    result.

    Raises:
        OutOfTimeError: the work has not ended then either.
    """
    outcome: Future[Result] = Future()
    threading.Thread(target=_run, args=(work, outcome), daemon=True).start()
    try:
        wait([outcome], seconds)
    finally:
        if not outcome.done():
            stop()
            wait([outcome], GRACE)
    if not outcome.done():
        raise OutOfTimeError
    return outcome.result()


def _run(work: Callable[[], Result], outcome: Future[Result]) -> None:
    try:
        outcome.set_result(work())
    except BaseException as error:
        outcome.set_exception(error)
