"""The fork server: a process that imports what notebooks import, does nothing else, and forks.

It never computes anything with these libraries, because that would start threads and a fork of a process
with threads hangs. `fork_client` starts it and sends requests; a `supervisor` watches each fork.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import inspect
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from autograder.engine.isolation import cgroups, libc, policy, process_usage, supervisor
from autograder.engine.isolation.fork_request import MAX_BYTES, MAX_FDS, ForkRequest, resolve


class NotForkSafeError(Exception):
    """The imports left this process in a state in which its forks cannot be trusted."""


def main(
    control_fd: int,
    modules: Sequence[str],
    hidden: Sequence[str],
    threads: str | None,
    proof: str | None,
    proof_seconds: float,
    renew: str | None,
    cgroup: str,
) -> None:
    """Serve the owner at the other end of `control_fd` until it ends.

    Each fork with a policy gets a group in `cgroup`, unless that is empty. The other arguments are fields of a
    `Preload`, functions by their references.
    """
    os.setsid()
    gc.disable()  # during the imports it takes a quarter of their time, and finds next to nothing
    control = socket.socket(fileno=control_fd)
    started = time.monotonic()
    hide_packages(hidden)
    try:
        cgroups.remove_stale(cgroup)
        missing = import_quietly(modules)
        show_packages_to_notebooks()
        find_files_of_modules()
        running = check_threads(resolve(threads)() if threads else 1)
        gc.freeze()  # the collector would touch, and so copy, every page of every fork
        server = _Server(control, resolve(renew) if renew else None, cgroup)
        if proof:
            server.prove(proof, proof_seconds)
    except Exception as error:
        control.sendall(json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
        return
    ready = {"ready": time.monotonic() - started, "threads": running, "missing": missing, "pid": os.getpid()}
    control.sendall(json.dumps(ready).encode())
    server.serve()


def hide_packages(names: Sequence[str]) -> None:
    """Make these packages look uninstalled to this process, except to notebooks and what only they import."""

    class Finder(PathFinder):
        @classmethod
        def find_spec(cls, name: str, path: Any = None, target: Any = None) -> Any:
            hidden = name in names and (not _preloaded or _importer() in _preloaded)
            return None if hidden else super().find_spec(name, path, target)

    sys.meta_path[sys.meta_path.index(PathFinder)] = Finder


def show_packages_to_notebooks() -> None:
    """Hide the hidden packages only from the packages that are imported now."""
    _preloaded.update({name.partition(".")[0] for name in sys.modules} - {"__main__"})


_preloaded: set[str] = set()


def _importer() -> str:
    """Return the top-level package of the code that is importing something."""
    frame: Any = sys._getframe(1)
    while frame.f_back and _package_of(frame) in ("importlib", "autograder"):
        frame = frame.f_back
    return _package_of(frame)


def _package_of(frame: Any) -> str:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0]


def import_quietly(modules: Sequence[str]) -> list[str]:
    """Import modules, hide everything that they print, even from C++, and return those that are not installed."""
    missing = []
    streams = [(os.dup(number), number) for number in (1, 2)]
    with open(os.devnull, "w") as nowhere:
        for number in (1, 2):
            os.dup2(nowhere.fileno(), number)
        try:
            for name in modules:
                try:
                    importlib.import_module(name)
                except ModuleNotFoundError as error:
                    if error.name is None or not name.startswith(error.name):
                        raise
                    missing.append(name)
        finally:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            for copy, number in streams:
                os.dup2(copy, number)
                os.close(copy)
    return missing


def find_files_of_modules() -> None:
    """Make `inspect` look at each module once. Otherwise every fork that shows an error would do so, for 0.1 s."""
    inspect.getmodule(compile("", "nowhere", "exec"))


def check_threads(allowed: int) -> int:
    """Return the number of threads, after checking that there are only those that cope with a fork.

    Raises:
        NotForkSafeError: there are more.
    """
    with open("/proc/self/status") as status:
        threads = next(int(line.split()[1]) for line in status if line.startswith("Threads"))
    if threads > allowed:
        raise NotForkSafeError(f"there are {threads} threads after the imports, but {allowed} expected")
    return threads


class _Server:
    def __init__(self, control: socket.socket, renew: Callable[[], Any] | None, cgroup: str) -> None:
        self.control = control
        self.renew = renew
        self.cgroup = cgroup
        self.supervisors: set[int] = set()
        libc.adopt_orphans()
        self.wake = supervisor.wake_on(signal.SIGCHLD)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the server ends with its owner

    def prove(self, proof: str, seconds: float) -> None:
        """Call the proof in a fork.

        Raises:
            NotForkSafeError: it raised an error, hangs or crashed.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        result, result_end = socket.socketpair()
        ours.sendall(ForkRequest(proof, environment=dict(os.environ)).encode())
        self.fork([theirs.detach(), result_end.detach()])
        result.settimeout(seconds)
        text = b""
        with contextlib.suppress(TimeoutError), ours, result:
            while part := result.recv(65536):
                text += part
        answer = json.loads(text) if text else {"error": "it hangs or died"}
        if "error" in answer:
            raise NotForkSafeError(f"the proof in a fork failed: {answer['error']}")

    def serve(self) -> None:
        """Fork on request until the owner ends, then end everything."""
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        poll.register(self.wake, select.POLLIN)
        while True:
            ready = {fd for fd, _ in poll.poll()}
            if self.wake.fileno() in ready:
                with contextlib.suppress(BlockingIOError):
                    self.wake.recv(4096)
                self.reap()
            if self.control.fileno() in ready:
                try:
                    message, fds, _, _ = socket.recv_fds(self.control, 16, MAX_FDS)
                except OSError:
                    message, fds = b"", []
                if not message:
                    break
                self.fork(fds)
        self.end()

    def fork(self, fds: list[int]) -> None:
        """Fork a supervisor for one request; `fds` are its channel, the socket for the result, and the caller's.

        The supervisor, not this process, reads the request, so no fork finds an earlier fork's request in its memory.
        """
        pid = os.fork()
        if pid == 0:
            try:
                supervisor.close_all_but({0, 1, 2, *fds})
                channel = socket.socket(fileno=fds[0])
                request = ForkRequest.decode(channel.recv(MAX_BYTES))
                work = _FunctionCall(request, fds[1], fds[2:], self.renew)
                supervisor.supervise(channel, work, request.policy, request.private, self.cgroup)
            finally:
                os._exit(1)
        self.supervisors.add(pid)
        for fd in fds:
            os.close(fd)

    def reap(self) -> None:
        """Collect supervisors that have ended, and kill what a killed supervisor could not."""
        killed = False
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                # a child that is not a supervisor was adopted, because its supervisor was killed
                killed |= ended[0] not in self.supervisors or os.WIFSIGNALED(ended[1])
                self.supervisors.discard(ended[0])
        if killed:
            for pid in process_usage.children(os.getpid()):
                if pid not in self.supervisors:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
            cgroups.remove_stale(self.cgroup)

    def end(self) -> None:
        """Ask every supervisor to end its process, and kill those that do not.

        It asks more than once, because a supervisor that has just been forked still ignores the signal.
        """
        for number, seconds in ((signal.SIGTERM, 10.0), (signal.SIGKILL, 2.0)):
            until = time.monotonic() + seconds
            while self.supervisors and time.monotonic() < until:
                for pid in self.supervisors:
                    os.kill(pid, number)  # those that have ended are zombies until `reap`
                time.sleep(0.02)
                self.reap()


class _FunctionCall:
    """The work of a fork: call the requested function and send its result back.

    The process then ends at once, even if threads or exit functions are left.
    """

    def __init__(
        self, request: ForkRequest, result_fd: int, passed: list[int], renew: Callable[[], Any] | None
    ) -> None:
        self.request, self.result_fd, self.passed, self.renew = request, result_fd, passed, renew
        self.fds = (result_fd, *passed)
        self.function: Callable[..., Any] | None = None

    def prepare(self) -> None:
        """Import the function while its file can be read, and make the fork like a fresh process."""
        _silence()
        os.environ.clear()
        os.environ.update(self.request.environment)
        os.chdir(self.request.cwd)
        self.function = resolve(self.request.target)
        if self.renew is not None:
            self.renew()
        _set_path(self.request.policy)
        gc.enable()

    def run(self) -> int:
        """Call the function; send its value as JSON, or its error in one line; return the exit status."""
        assert self.function is not None
        descriptors = {"fds": self.passed} if self.passed else {}
        try:
            text, status = json.dumps({"value": self.function(**descriptors, **self.request.args)}), 0
        except BaseException as error:
            text, status = json.dumps({"error": f"{type(error).__name__}: {error}"}), 1
        with os.fdopen(self.result_fd, "wb") as pipe:
            pipe.write(text.encode())
        return status


def _silence() -> None:
    """Read nothing and write nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)


def _set_path(confined_by: policy.Policy | None) -> None:
    """Set the import path that a fresh process would have, without the folders that it may not read."""
    own = str(Path(__file__).parents[3])
    users = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    sys.path[:] = dict.fromkeys([*users, *(path for path in sys.path if path != own or own in users)])
    if confined_by is not None:
        readable = policy.importable_paths(confined_by)
        sys.path[:] = [path for path in sys.path if policy.is_below_any(os.path.realpath(path), readable)]
