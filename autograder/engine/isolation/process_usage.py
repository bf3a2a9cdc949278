"""Reads from /proc what processes use: descendants, memory, CPU time, tasks, and deleted open files."""

from __future__ import annotations

import contextlib
import os
import stat

_CLOCK_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_ENDING = 0x4  # PF_EXITING in the kernel's include/linux/sched.h


def runs(pid: int) -> bool:
    """Return whether a process exists and has not begun to end."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            values = file.read().rpartition(")")[2].split()
    except OSError:
        return False
    return values[0] not in "ZX" and not int(values[6]) & _ENDING


def children(pid: int) -> list[int]:
    """Return the processes whose parent is `pid`."""
    pids: list[int] = []
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{task}/children") as file:
                pids += [int(child) for child in file.read().split()]
    return pids


def tree(pid: int) -> list[int]:
    """Return a process and all its descendants, the process itself first."""
    pids = [pid]
    for parent in pids:
        pids += children(parent)
    return pids


def resident(pid: int) -> int:
    """Return the memory of a process in bytes: its own, shared memory and page tables, but not pages of files."""
    total = 0
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith(("RssAnon", "RssShmem", "VmSwap", "VmPTE")):
                total += int(line.split()[1]) * 1024
    return total


def proportional(pid: int) -> int:
    """Return the bytes of a process, each shared page divided by the number of processes that share it."""
    total = 0
    try:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:
            for line in rollup:
                if line.startswith(("Pss_Anon", "Pss_Shmem", "SwapPss")):
                    total += int(line.split()[1]) * 1024
    except OSError:
        return resident(pid)
    return total


def cpu_and_tasks(pids: list[int]) -> tuple[float, int]:
    """Return the CPU seconds and the number of tasks of some processes."""
    ticks = tasks = 0
    for pid in pids:
        with contextlib.suppress(OSError), open(f"/proc/{pid}/stat") as file:
            values = file.read().rpartition(")")[2].split()
            ticks += sum(int(value) for value in values[11:15])
            tasks += int(values[17])
    return ticks / _CLOCK_TICKS, tasks


def sockets(pids: list[int], own_network: bool) -> int:
    """Return the number of sockets of some processes, whose buffers are memory that no other count contains.

    If they have their own network namespace, the kernel counts them, with those on their way in a message. Without
    one, only open descriptors are counted.
    """
    if own_network:
        with contextlib.suppress(OSError, ValueError), open("/proc/self/net/sockstat") as file:
            return int(file.readline().rpartition(" ")[2])
    found = set()
    for pid in pids:
        with contextlib.suppress(OSError):
            for name in os.listdir(f"/proc/{pid}/fd"):
                with contextlib.suppress(OSError):
                    target = os.readlink(f"/proc/{pid}/fd/{name}")
                    found |= {target} if target.startswith("socket:") else set()
    return len(found)


def ready_tasks(pid: int) -> int:
    """Return how many tasks of a process run or wait for a processor."""
    ready = 0
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{task}/stat") as file:
                ready += file.read().rpartition(")")[2].split()[0] == "R"
    return ready


def deleted_files(pids: list[int]) -> int:
    """Return the bytes of files that were deleted but are still open in some processes."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            for name in os.listdir(f"/proc/{pid}/fd"):
                with contextlib.suppress(OSError):
                    status = os.stat(f"/proc/{pid}/fd/{name}")
                    if stat.S_ISREG(status.st_mode) and status.st_nlink == 0:
                        total += status.st_blocks * 512
    return total
