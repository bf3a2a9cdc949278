"""A limit on the time of a block in this thread, for work that waits for something else or takes unexpectedly long."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from autograder.engine.errors import AutograderError


class TooLongError(AutograderError):
    """The block took too long. The message says what it did and for how long."""


@contextlib.contextmanager
def time_limit(seconds: float, what: str) -> Iterator[None]:
    """Stop the block after a time, in the main thread and where signals have timers (Linux, macOS).

    A call of C that does not return for a signal is stopped when it returns.

    Raises:
        TooLongError: the block took longer; `what` is the subject of the message.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLongError(f"{what} took longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
