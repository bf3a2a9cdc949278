"""Measures how long some processes could work, without the time that they waited for a processor.

A limit on this time treats a submission the same on an idle machine and beside others that use all processors.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

from autograder.engine.isolation import process_usage

LOOK_EVERY = 0.5
"""Seconds between two looks at the processes."""
FAR = 4
"""How many times its limit somebody may wait, no matter what else uses the processors."""


async def wait_fairly(waiting: list[asyncio.Future], pids: Iterable[int], limit: float, until: float) -> None:
    """Wait until one of these is done, the processes have had `limit` seconds, or the monotonic clock shows `until`."""
    until = min(until, time.monotonic() + FAR * limit)
    # most cells end within the first wait, so it counts in full and needs no look
    seconds = min(LOOK_EVERY, limit)
    done, _ = await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    clock = None if done else FairTime(pids, seconds)
    while clock and not done and (left := min(limit - clock.seconds, until - time.monotonic())) > 0:
        done, _ = await asyncio.wait(
            waiting, timeout=min(LOOK_EVERY, max(0.01, left)), return_when=asyncio.FIRST_COMPLETED
        )
        clock.look()


class FairTime:
    """The time of some processes, with all that they start, on top of `seconds` that have passed before.

    If none of them is ready to run, they sleep or wait for input, and this counts. Otherwise only the CPU time counts
    that they get.
    """

    def __init__(self, pids: Iterable[int], seconds: float = 0.0) -> None:
        self.pids = list(pids)
        self.seconds = seconds
        self._at = time.monotonic()
        self._cpu = self._usage()[0]

    def look(self) -> float:
        """Add the time since the last look, and return the sum."""
        now = time.monotonic()
        cpu, ready = self._usage()
        passed, used = now - self._at, max(0.0, cpu - self._cpu)
        self.seconds += min(passed, used) if ready else passed
        self._at, self._cpu = now, cpu
        return self.seconds

    def _usage(self) -> tuple[float, bool]:
        pids = [each for pid in self.pids for each in process_usage.tree(pid)]
        return process_usage.cpu_and_tasks(pids)[0], any(map(process_usage.ready_tasks, pids))
