"""Adds up the CPU time of a process and of everything that it has started, also of children that nobody waits for.

The kernel adds the time of a child to its parent's when the parent waits for it. A parent that ignores SIGCHLD loses
that time, so the account keeps what it has seen of each process that vanishes.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass

from autograder.engine.isolation import process_usage

_CLOCK_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True)
class _Seen:
    """What /proc says about one process: CPU seconds of itself and of the children it waited for, and its tasks."""

    itself: float
    waited_for: float
    tasks: int
    runs: bool


def _look(pid: int, threads: bool) -> tuple[tuple[int, int], _Seen] | None:
    """Return a process's identity (its id and when it started) and what it has used, or None if it has ended.

    `threads`: look whether any of its threads runs, not only the first.
    """
    with contextlib.suppress(OSError), open(f"/proc/{pid}/stat") as file:
        values = file.read().rpartition(")")[2].split()
        user, system, childrens_user, childrens_system = (int(value) / _CLOCK_TICKS for value in values[11:15])
        tasks = int(values[17])
        runs = values[0] == "R" or (threads and tasks > 1 and process_usage.ready_tasks(pid) > 0)
        return (pid, int(values[19])), _Seen(user + system, childrens_user + childrens_system, tasks, runs)
    return None


class CpuAccount:
    """The CPU time of all descendants of this process, from one look to the next.

    `main` is the one that is there until the end, so its threads need no look.

    Attributes:
        seconds: the CPU time in total. A child that was running at one look and has ended before the next counts as if
            it had run until then, so it may be too large by up to the time between two looks for each such child.
        tasks: the number of processes and threads at the last look.
    """

    def __init__(self, main: int) -> None:
        self.main = main
        self.seconds = 0.0
        self.tasks = 0
        self._seen: dict[tuple[int, int], _Seen] = {}
        self._looked = time.monotonic()
        self._own = self._at_start = self._collected()
        self._vanished = 0.0  # used by processes that have ended
        self._credited = 0.0  # of that, what their parents were told

    @staticmethod
    def _collected() -> float:
        """Return the CPU seconds of the processes that this one has waited for."""
        times = os.times()
        return times.children_user + times.children_system

    def look(self, pids: list[int]) -> None:
        """Bring the account up to date. `pids` are all descendants that there are now."""
        before, passed = self._seen, time.monotonic() - self._looked
        self._looked += passed
        self._seen = dict(found for pid in pids if (found := _look(pid, pid != self.main)))
        collected = self._collected()
        self._credited += collected - self._own
        self._own = collected
        for identity, now in self._seen.items():
            self._credited += now.waited_for - (before[identity].waited_for if identity in before else 0.0)
        gone = [seen for identity, seen in before.items() if identity not in self._seen]
        self._vanished += sum(seen.itself + seen.waited_for for seen in gone)
        self._vanished += passed * min(sum(seen.runs for seen in gone), os.cpu_count() or 1)
        told = collected - self._at_start + sum(seen.itself + seen.waited_for for seen in self._seen.values())
        self.seconds = told + max(0.0, self._vanished - self._credited)
        self.tasks = sum(seen.tasks for seen in self._seen.values())
