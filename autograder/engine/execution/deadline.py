"""A time limit for work that may not keep to its own limit, watched from outside its thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

Result = TypeVar("Result")


class OutOfTimeError(Exception):
    """The work did not end in time, even after it was stopped. Its thread is left behind."""


def within(seconds: float, work: Callable[[], Result], stop: Callable[[], None], grace: float) -> Result:
    """Do some work in its own thread; return its result, or raise its error.

    When the time is over or this thread is interrupted, this thread calls `stop`. The work may still return a result
    in the `grace` seconds after that.

    Raises:
        OutOfTimeError: the work has not ended even then.
    """
    outcome: Future[Result] = Future()
    threading.Thread(target=_run, args=(work, outcome), daemon=True).start()
    try:
        wait([outcome], seconds)
    finally:
        if not outcome.done():
            stop()
            wait([outcome], grace)
    if not outcome.done():
        raise OutOfTimeError
    return outcome.result()


def _run(work: Callable[[], Result], outcome: Future[Result]) -> None:
    try:
        outcome.set_result(work())
    except BaseException as error:
        outcome.set_exception(error)
