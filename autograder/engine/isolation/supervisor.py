"""Keeps one process: starts it confined, watches what it uses, passes signals on, and leaves nothing of it.

A keeper is a small trusted fork between the warm server and the process itself. It runs none of the
process's code, and ends everything below it when its owner closes the channel or its server dies.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from autograder.engine.isolation import libc, sandbox
from autograder.engine.isolation.sandbox import Policy

_LOOK_EVERY, _MEASURE_DISK_EVERY = 0.1, 1.0  # seconds
_CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Child:
    """What a new process does while it still may do anything, and then, confined, until its end.

    Of the descriptors that are open it keeps the first three and `fds`.
    """

    before: Callable[[], None]
    after: Callable[[], int]
    fds: tuple[int, ...] = ()


def close_all_but(keep: set[int]) -> None:
    """Close every descriptor of this process but those given."""
    for name in os.listdir("/proc/self/fd"):
        if int(name) not in keep:
            with contextlib.suppress(OSError):
                os.close(int(name))


def be_subreaper() -> None:
    """Become the parent of all descendants whose own parent has ended."""
    libc.prctl(libc.SET_CHILD_SUBREAPER, 1)


def keep(channel: socket.socket, child: Child, policy: Policy | None, private: str) -> NoReturn:
    """Run `child` in a process of its own, tell `channel` how it goes, and exit when all of it has ended.

    What `child.after` returns is the exit status. Messages are JSON, one a packet. Sent: {"pid", "in_force"}
    or {"error"}; at the end {"returncode", "reason", "cpu_seconds", "peak_memory"}. Taken:
    {"signal": number}; the end of the channel kills. The folder `private` is removed at the end.
    """
    be_subreaper()
    wake = wake_on(signal.SIGCHLD, signal.SIGTERM)
    namespaced = policy is not None and policy.namespaces and sandbox.enter_namespaces()
    libc.prctl(libc.SET_PDEATHSIG, signal.SIGTERM)
    libc.prctl(libc.SET_DUMPABLE, 0)
    try:
        policy = policy and policy.resolved()
        pid, in_force = _start(child, policy, private, namespaced)
    except (OSError, sandbox.SandboxError) as error:
        _send(channel, {"error": str(error)})
        os._exit(1)
    _send(channel, {"pid": pid, "in_force": in_force})
    end = _Watch(pid, policy, private).run(channel, wake)
    sandbox.remove_run_folder(private)
    _send(channel, end)
    os._exit(0)


def wake_on(*numbers: int) -> socket.socket:
    """Let signals be read from a socket, one byte each, and ignore Ctrl-C."""
    ours, pythons = socket.socketpair()
    for end in (ours, pythons):
        end.setblocking(False)
    for number in numbers:
        signal.signal(number, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.set_wakeup_fd(pythons.detach(), warn_on_full_buffer=False)
    return ours


def _send(channel: socket.socket, message: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # an owner who has gone needs no answer
        channel.sendall(json.dumps(message).encode())


def _start(child: Child, policy: Policy | None, private: str, namespaced: bool) -> tuple[int, list[str]]:
    """Fork, confine the new process, and give its id and what is in force. Raises SandboxError."""
    uid = sandbox.own_user()
    receiver, sender = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(receiver)
        _become(child, policy, private, uid, namespaced, sender)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        text = pipe.read()
    answer: dict[str, Any] = json.loads(text) if text else {"error": "the process ended before it was confined"}
    if "error" in answer:
        raise sandbox.SandboxError(answer["error"])
    return pid, answer["in_force"]


def _become(child: Child, policy: Policy | None, private: str, uid: int, namespaced: bool, sender: int) -> NoReturn:
    """Be the process: put the policy in force, say so, and run `child`."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.setsid()
        close_all_but({0, 1, 2, sender, *child.fds})
        child.before()
        in_force: list[str] = []
        if policy is None:
            libc.die_with_parent()
        else:
            in_force = sandbox.confine(policy, private, uid, namespaced)
        os.write(sender, json.dumps({"in_force": in_force}).encode())
        os.close(sender)
        sender = -1
        status = child.after()
    except BaseException as error:
        if sender >= 0:
            os.write(sender, json.dumps({"error": f"{type(error).__name__}: {error}"}).encode())
    finally:
        os._exit(status)


class _Watch:
    """Looks after the running process until it has ended."""

    def __init__(self, pid: int, policy: Policy | None, private: str) -> None:
        self.pid, self.policy, self.private = pid, policy, private
        self.started = time.monotonic()
        self.baseline = _resident(pid)
        self.peak = 0
        self.reason: str | None = None
        self.status: int | None = None
        self.cpu = 0.0
        self._disk_looked = 0.0

    def run(self, channel: socket.socket, wake: socket.socket) -> dict[str, Any]:
        """Wait for the end, killing at the limits, on request, and when the owner has gone."""
        poll = select.poll()
        poll.register(channel, select.POLLIN)
        poll.register(wake, select.POLLIN)
        while self._reap() is None:
            ready = {fd for fd, _ in poll.poll(_LOOK_EVERY * 1000 if self.policy else None)}
            if wake.fileno() in ready:
                with contextlib.suppress(BlockingIOError):
                    if bytes([signal.SIGTERM]) in wake.recv(4096):
                        self.kill()
            if channel.fileno() in ready:
                self._obey(channel)
            if self.policy is not None and self.reason is None:
                self.reason = self._exceeded(self.policy)
                if self.reason is not None:
                    self.kill()
        self._sweep()
        assert self.status is not None
        return {
            "returncode": os.waitstatus_to_exitcode(self.status),
            "reason": self.reason,
            "cpu_seconds": self.cpu,
            "peak_memory": self.peak,
        }

    def _obey(self, channel: socket.socket) -> None:
        try:
            message = channel.recv(4096)
        except OSError:
            message = b""
        number = json.loads(message)["signal"] if message else signal.SIGKILL
        if number == signal.SIGKILL or (number == signal.SIGTERM and self.policy):
            # the first process of a namespace would ignore SIGTERM
            self.kill()
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, number)

    def _reap(self) -> int | None:
        """Collect whatever has ended; give the status of the process itself once it has."""
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
                if pid == 0:
                    break
                if pid == self.pid:
                    self.status = status
                    self.cpu = usage.ru_utime + usage.ru_stime
        return self.status

    def kill(self) -> None:
        """Kill the process and all that it has started; in a process namespace the first blow does."""
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGSTOP)
            for pid in _tree(self.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def _sweep(self) -> None:
        """Kill what outlived the process: its orphans are the keeper's children now."""
        until = time.monotonic() + 10
        while time.monotonic() < until:
            left = _tree(os.getpid())[1:]
            for pid in left:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            if not left:
                return
            time.sleep(0.01)

    def _exceeded(self, policy: Policy) -> str | None:
        """Name the limit that has been passed, if one has."""
        now = time.monotonic()
        if policy.wall_seconds is not None and now - self.started > policy.wall_seconds:
            return "wall"
        pids = _tree(self.pid)
        if self._memory(pids, policy.memory) > policy.memory:
            return "memory"
        cpu, tasks = _cpu_and_tasks(pids)
        if policy.cpu_seconds is not None and cpu > policy.cpu_seconds:
            return "cpu"
        if tasks > policy.processes + sandbox.library_threads():
            return "processes"
        if now - self._disk_looked > _MEASURE_DISK_EVERY:
            self._disk_looked = now
            used = sum(_disk(folder, policy.disk) for folder in (policy.folder, self.private))
            if used + _nameless(pids) > policy.disk:
                return "disk"
        return None

    def _memory(self, pids: list[int], limit: int) -> int:
        """Give the bytes in use beyond the warm process: an upper bound, exact where that is too much."""
        used = sum(_resident(pid) for pid in pids) - self.baseline
        if used > limit and len(pids) > 1:  # forked children share pages, which the bound counts twice
            used = min(used, sum(_proportional(pid) for pid in pids))
        self.peak = max(self.peak, used)
        return used


def children(pid: int) -> list[int]:
    """Give the processes whose parent is `pid`."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{task}/children") as file:
                found += [int(child) for child in file.read().split()]
    return found


def _tree(pid: int) -> list[int]:
    """Give a process and all its descendants, it first."""
    found = [pid]
    for parent in found:
        found += children(parent)
    return found


def _resident(pid: int) -> int:
    """Give the bytes of a process that are its own, shared memory or tables of pages; not pages of files."""
    total = 0
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith(("RssAnon", "RssShmem", "VmSwap", "VmPTE")):
                total += int(line.split()[1]) * 1024
    return total


def _proportional(pid: int) -> int:
    """Give the bytes of a process with each shared page divided among those who share it."""
    total = 0
    try:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:
            for line in rollup:
                if line.startswith(("Pss_Anon", "Pss_Shmem", "SwapPss")):
                    total += int(line.split()[1]) * 1024
    except OSError:
        return _resident(pid)
    return total


def _cpu_and_tasks(pids: list[int]) -> tuple[float, int]:
    """Give the CPU seconds and the number of tasks of some processes."""
    ticks = tasks = 0
    for pid in pids:
        with contextlib.suppress(OSError), open(f"/proc/{pid}/stat") as file:
            values = file.read().rpartition(")")[2].split()
            ticks += sum(int(value) for value in values[11:15])
            tasks += int(values[17])
    return ticks / _CLOCK_TICKS, tasks


def _nameless(pids: list[int]) -> int:
    """Give the bytes of files that have lost their names but are still open in some processes."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            for name in os.listdir(f"/proc/{pid}/fd"):
                with contextlib.suppress(OSError):
                    about = os.stat(f"/proc/{pid}/fd/{name}")
                    if stat.S_ISREG(about.st_mode) and about.st_nlink == 0:
                        total += about.st_blocks * 512
    return total


def _disk(folder: str, enough: int) -> int:
    """Give the bytes that the files below a folder take, or more than `enough` as soon as that is clear."""
    total = 0
    for base, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(base, name)).st_blocks * 512 + 4096  # and its entry
        if total > enough:
            break
    return total
