"""Supervises one process: starts it confined, watches its usage, passes on signals, kills all that it started.

A supervisor is a small trusted fork between the fork server and the process itself. It runs none of the
process's code. It ends everything below it when its owner closes the channel or the fork server dies.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import signal
import socket
import time
from dataclasses import asdict, replace
from typing import Any, NoReturn, Protocol

from autograder.engine.isolation import confinement, folders, libc, process_usage
from autograder.engine.isolation.cgroups import Group
from autograder.engine.isolation.cpu_account import CpuAccount
from autograder.engine.isolation.policy import Policy, SandboxError

_LOOK_EVERY, _MEASURE_DISK_EVERY, _BUSY_SECONDS = 0.1, 1.0, 5.0
# the process must not be able to tell when the next look comes, and a fork shares the state of other generators
_CHANCE = random.SystemRandom()


class Work(Protocol):
    """The task of a new process. Of its open descriptors it keeps the first three and `fds`."""

    fds: tuple[int, ...]

    def prepare(self) -> None:
        """Prepare the process before it is confined."""

    def run(self) -> int:
        """Do the work in the confined process, and return the exit status."""


def close_all_but(keep: set[int]) -> None:
    """Close every other descriptor of this process."""
    for name in os.listdir("/proc/self/fd"):
        if int(name) not in keep:
            with contextlib.suppress(OSError):
                os.close(int(name))


def supervise(channel: socket.socket, work: Work, policy: Policy | None, private: str, cgroup: str) -> NoReturn:
    """Run `work` in its own process, report to `channel`, and exit when all that it has started has ended.

    Messages are JSON, one per packet. Sent: {"pid", "confinement"} or {"error"}, and at the end {"returncode",
    "reason", "cpu_seconds", "peak_memory"}. Received: {"signal": number}; the end of the channel kills the
    process. The folder `private` is removed at the end. A process with a policy gets its own group in the group
    `cgroup`, unless that is empty.
    """
    group = None
    try:
        libc.adopt_orphans()
        wake = wake_on(signal.SIGCHLD, signal.SIGTERM)
        namespaced = policy is not None and policy.namespaces and confinement.enter_namespaces()
        libc.guard_supervisor()
        policy = policy and policy.resolved()
        group = Group.create(cgroup, policy) if cgroup and policy else None
        pid, record = _start(work, policy, private, namespaced, group)
    except (OSError, SandboxError) as error:
        if group:
            group.remove()
        _send(channel, {"error": str(error)})
        os._exit(1)
    _send(channel, {"pid": pid, "confinement": record})
    end = _Watch(pid, policy, private, namespaced, group).run(channel, wake)
    if group:
        group.remove()
    folders.remove_run_folder(private)
    _send(channel, end)
    os._exit(0)


def wake_on(*numbers: int) -> socket.socket:
    """Return a socket from which signals can be read, one byte each. Ignore Ctrl-C."""
    ours, pythons = socket.socketpair()
    for end in (ours, pythons):
        end.setblocking(False)
    for number in numbers:
        signal.signal(number, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.set_wakeup_fd(pythons.detach(), warn_on_full_buffer=False)
    return ours


def _send(channel: socket.socket, message: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # an owner that has ended needs no answer
        channel.sendall(json.dumps(message).encode())


def _start(
    work: Work, policy: Policy | None, private: str, namespaced: bool, group: Group | None
) -> tuple[int, dict | None]:
    """Fork, confine the new process, and return its id and the record of its confinement. Raises SandboxError."""
    uid = confinement.own_user()
    receiver, sender = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(receiver)
        _become(work, policy, private, uid, namespaced, group, sender)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        text = pipe.read()
    answer: dict[str, Any] = json.loads(text) if text else {"error": "the process ended before it was confined"}
    if "error" in answer:
        raise SandboxError(answer["error"])
    return pid, answer["confinement"]


def _become(
    work: Work, policy: Policy | None, private: str, uid: int, namespaced: bool, group: Group | None, sender: int
) -> NoReturn:
    """Act as the process: put the policy into force, report that, and do the work."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.setsid()
        if group:
            group.enter()
        close_all_but({0, 1, 2, sender, *work.fds})
        work.prepare()
        record = None
        if policy is None:
            libc.die_with_parent()
        else:
            in_force = replace(confinement.confine(policy, private, uid, namespaced), cgroup=group is not None)
            in_force.require()
            record = asdict(in_force)
        # a supervisor that ended before die_with_parent is noticed here: nobody reads the pipe
        os.write(sender, json.dumps({"confinement": record}).encode())
        os.close(sender)
        sender = -1
        status = work.run()
    except BaseException as error:
        if sender >= 0:
            text = str(error) if isinstance(error, SandboxError) else f"{type(error).__name__}: {error}"
            os.write(sender, json.dumps({"error": text}).encode())
    finally:
        os._exit(status)


def _until_next_look() -> float:
    """Return how long to wait, in milliseconds."""
    return 1000 * _LOOK_EVERY * _CHANCE.uniform(0.5, 1.5)


class _Watch:
    """Watches the running process until it has ended."""

    def __init__(
        self, pid: int, policy: Policy | None, private: str, namespaced: bool = False, group: Group | None = None
    ) -> None:
        self.pid, self.policy, self.private, self.namespaced, self.group = pid, policy, private, namespaced, group
        self.started = time.monotonic()
        self.baseline = process_usage.resident(pid)
        self.peak = 0
        self.reason: str | None = None
        self.status: int | None = None
        self.cpu = 0.0
        self._account = CpuAccount(pid)
        self._disk_measured = 0.0
        self._calm = self.started  # when few tasks were ready to run

    def run(self, channel: socket.socket, wake: socket.socket) -> dict[str, Any]:
        """Wait for the end. Kill the process at its limits, on request, and when the owner has ended."""
        poll = select.poll()
        poll.register(channel, select.POLLIN)
        poll.register(wake, select.POLLIN)
        while self._reap() is None:
            ready = {fd for fd, _ in poll.poll(_until_next_look() if self.policy else None)}
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
        self._kill_orphans()
        if self.reason is None and self.group and self.group.has_killed():
            self.reason = "memory"
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
        """Collect the children that have ended; return the status of the process itself once it is one of them."""
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
                if pid == 0:
                    break
                if pid == self.pid:
                    self.status = status
                    self.cpu = max(self.cpu, usage.ru_utime + usage.ru_stime)
        return self.status

    def kill(self) -> None:
        """Kill the process and all that it has started. In a process namespace, the first kill is enough."""
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGSTOP)
            for pid in process_usage.tree(os.getpid())[1:]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def _kill_orphans(self) -> None:
        """Kill what outlived the process. Its orphans are now this supervisor's children."""
        until = time.monotonic() + 10
        while time.monotonic() < until:
            orphans = process_usage.tree(os.getpid())[1:]
            for pid in orphans:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            if not orphans:
                return
            time.sleep(0.01)

    def _exceeded(self, policy: Policy) -> str | None:
        """Return the name of the limit that the process has exceeded, or None."""
        now = time.monotonic()
        if policy.wall_seconds is not None and now - self.started > policy.wall_seconds:
            return "wall"
        # from the supervisor down: a process whose parent has ended is the supervisor's own child now
        pids = process_usage.tree(os.getpid())[1:]
        if self._memory(pids, policy.memory) > policy.memory or (self.group and self.group.has_killed()):
            return "memory"
        if process_usage.sockets(pids, self.namespaced) > policy.sockets:
            return "sockets"
        self._account.look(pids)
        self.cpu = max(self.cpu, self._account.seconds, self.group.cpu_seconds() if self.group else 0.0)
        if policy.cpu_seconds is not None and self.cpu > policy.cpu_seconds:
            return "cpu"
        tasks = self._account.tasks
        if tasks > policy.all_processes:
            return "processes"
        if tasks <= policy.busy_tasks or sum(map(process_usage.ready_tasks, pids)) <= policy.busy_tasks:
            self._calm = now
        elif now - self._calm > _BUSY_SECONDS:
            return "busy"
        if now - self._disk_measured > _MEASURE_DISK_EVERY:
            self._disk_measured = now
            used = sum(folders.disk_use(folder, policy.disk) for folder in (policy.folder, self.private))
            if used + process_usage.deleted_files(pids) > policy.disk:
                return "disk"
        return None

    def _memory(self, pids: list[int], limit: int) -> int:
        """Return the bytes in use beyond the fork server's: an upper bound, exact if the bound is over the limit."""
        used = sum(process_usage.resident(pid) for pid in pids) - self.baseline
        if used > limit and len(pids) > 1:  # forked children share pages, which the bound counts twice
            used = min(used, sum(process_usage.proportional(pid) for pid in pids))
        self.peak = max(self.peak, used)
        return used
