"""A memory cgroup for each confined process: a limit on all its memory, with what the kernel keeps for it.

Groups are made only inside a group that was given to this command: one that AUTOGRADER_CGROUP names (cgroup v1 or v2),
or the command's own if its manager has marked it as delegated, as `systemd-run --scope -p Delegate=yes` does.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass

from autograder.engine.errors import AutograderError
from autograder.engine.isolation.policy import MIB, Policy

VARIABLE = "AUTOGRADER_CGROUP"
_PREFIX, _LEAF = "autograder-", "autograder"
_REMEDY = f"Name a different group in {VARIABLE}, or unset it to grade without one."
_MARKS = ("user.delegate", "trusted.delegate")
_EXTRA = 512 * MIB  # pages that a fork copies, tables of pages, buffers: what the supervisor's own count leaves out


class NoGroupError(AutograderError):
    """There is no group in which this command may make groups. The message says why, and what to do."""


def find_parent(variables: Mapping[str, str], proc: str = "/proc/self") -> str:
    """Return the group in which this command may make groups, prepared for that.

    If it is the command's own group, its processes move into a group below, because in cgroup v2 only a group without
    processes can limit others.

    Raises:
        NoGroupError: there is none.
    """
    own, named = _own_group(proc), variables.get(VARIABLE)
    group = os.path.realpath(named) if named else own
    if group is None or not (named or _is_delegated(group)):
        raise NoGroupError(
            "no cgroup was given to this command (start it with `systemd-run --user --scope -p Delegate=yes`, or name "
            f"a group in {VARIABLE})"
        )
    try:
        if not _is_v1(group):
            _enable(group, vacate=group == own)
    except OSError as error:
        raise NoGroupError(f"the cgroup {group} cannot be used: {error.strerror}. {_REMEDY}") from None
    if not os.access(group, os.W_OK):
        raise NoGroupError(f"this account may not write to the cgroup {group}. {_REMEDY}")
    return group


def parent_if_given(variables: Mapping[str, str]) -> str:
    """Return the group of `find_parent`, or an empty text if none was given.

    Raises:
        NoGroupError: the one that was named cannot be used.
    """
    try:
        return find_parent(variables)
    except NoGroupError:
        if variables.get(VARIABLE):
            raise
        return ""


def _own_group(proc: str) -> str | None:
    """Return the folder of this process's group of cgroup v2, without a last part that is ours. None: it has none."""
    with contextlib.suppress(OSError, StopIteration):
        path = next(line[3:] for line in _lines(f"{proc}/cgroup") if line.startswith("0::"))
        for mount in _lines(f"{proc}/mountinfo"):
            before, _, after = mount.partition(" - ")
            root, place = before.split()[3:5]
            if after.split()[0] == "cgroup2" and (path + "/").startswith(root.rstrip("/") + "/"):
                group = os.path.realpath(f"{place}/{os.path.relpath(path, root)}")
                return os.path.dirname(group) if os.path.basename(group) == _LEAF else group
    return None


def _is_delegated(group: str) -> bool:
    for name in _MARKS:
        with contextlib.suppress(OSError):
            if os.getxattr(group, name) == b"1":
                return True
    return False


def _is_v1(group: str) -> bool:
    return os.path.exists(f"{group}/memory.limit_in_bytes")


def _enable(group: str, vacate: bool) -> None:
    """Let groups below limit memory. Raises OSError."""
    if "memory" not in _words(f"{group}/cgroup.controllers"):
        raise NoGroupError(f"the cgroup {group} has no memory controller. {_REMEDY}")
    if "memory" in _words(f"{group}/cgroup.subtree_control"):
        return
    if vacate:
        os.makedirs(f"{group}/{_LEAF}", exist_ok=True)
        for pid in _lines(f"{group}/cgroup.procs"):
            with contextlib.suppress(ProcessLookupError):
                _write(f"{group}/{_LEAF}/cgroup.procs", pid)
    _write(f"{group}/cgroup.subtree_control", "+memory")


def _lines(path: str) -> list[str]:
    with open(path) as file:
        return file.read().splitlines()


def _words(path: str) -> list[str]:
    return " ".join(_lines(path)).split()


def _write(path: str, value: str) -> None:
    with open(path, "w") as file:
        file.write(value)


def _number(path: str, name: str) -> int:
    """Return the number behind a name in a file with one pair to a line, or 0."""
    with contextlib.suppress(OSError):
        for line in _lines(path):
            if line.startswith(name + " "):
                return int(line.split()[1])
    return 0


@dataclass(frozen=True)
class Group:
    """The group of one confined process and of all that it starts. `path` is its folder."""

    path: str

    @classmethod
    def create(cls, parent: str, policy: Policy) -> Group:
        """Make a group, named after this process. Raises OSError."""
        group = cls(f"{parent}/{_PREFIX}{os.getpid()}")
        group.remove()  # of an earlier process with the same id
        os.mkdir(group.path)
        # files in memory count too; the supervisor keeps the exact limits, and this one is the outermost
        limit = str(policy.memory + policy.disk + _EXTRA)
        if _is_v1(group.path):
            _write(f"{group.path}/memory.limit_in_bytes", limit)
            group._set_if_there("memory.memsw.limit_in_bytes", limit)
        else:
            _write(f"{group.path}/memory.max", limit)
            group._set_if_there("memory.swap.max", "0")
            group._set_if_there("memory.oom.group", "1")
        return group

    def _set_if_there(self, name: str, value: str) -> None:
        if os.path.exists(f"{self.path}/{name}"):
            _write(f"{self.path}/{name}", value)

    def enter(self) -> None:
        """Move the calling process into the group. Raises OSError."""
        _write(f"{self.path}/cgroup.procs", "0")

    def has_killed(self) -> bool:
        """Return whether the kernel has killed a process because the group was at its limit."""
        return any(_number(f"{self.path}/{name}", "oom_kill") for name in ("memory.events", "memory.oom_control"))

    def cpu_seconds(self) -> float:
        """Return the CPU time of all its processes, ended ones too; 0 if the kernel does not count it."""
        return _number(f"{self.path}/cpu.stat", "usage_usec") / 1e6

    def remove(self, seconds: float = 2.0) -> None:
        """Kill what is in the group and remove it. A group that is not there, or stays busy, is left alone."""
        until = time.monotonic() + seconds
        while os.path.isdir(self.path):
            with contextlib.suppress(OSError):
                for pid in map(int, _lines(f"{self.path}/cgroup.procs")):
                    if pid > 0:  # 0 is a process of another process namespace
                        os.kill(pid, signal.SIGKILL)
            try:
                os.rmdir(self.path)
            except OSError:
                if time.monotonic() > until:
                    return
                time.sleep(0.01)


def remove_stale(parent: str) -> None:
    """Remove the groups of supervisors that were killed. An empty path is allowed and does nothing."""
    if parent:
        for name in os.listdir(parent):
            pid = name.removeprefix(_PREFIX)
            if pid != name and pid.isdigit() and not os.path.exists(f"/proc/{pid}"):
                Group(f"{parent}/{name}").remove()
