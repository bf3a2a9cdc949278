"""The client of fork servers. There is at most one server per process and preload, started in the background.

`fork_server` is the program that forks, and `policy` says what a fork may use.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import logging
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.engine.errors import AutograderError
from autograder.engine.isolation import cgroups, fork_server
from autograder.engine.isolation.confinement import Confinement
from autograder.engine.isolation.folders import remove_run_folder, run_folder
from autograder.engine.isolation.fork_request import MAX_FDS, OWN_FDS, ForkRequest, reference
from autograder.engine.isolation.policy import Policy, SandboxError, environment
from autograder.engine.isolation.preload import Preload

_START_SECONDS = 180.0
_FORK_SECONDS = 60.0
log = logging.getLogger("autograder")


class NoForkServerError(AutograderError):
    """There is no fork server. The message says why."""


class ForkError(AutograderError):
    """A function called in a fork raised an error, or its process was ended.

    `reason` is the limit that was exceeded, if any, and `returncode` is the exit status, if there is one.
    """

    def __init__(self, message: str, reason: str | None = None, returncode: int | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.returncode = returncode


class ForkedProcess:
    """A fork of a fork server, with an interface like subprocess.Popen. It ends with this object.

    Attributes:
        pid: its process id.
        confinement: the record of the defences around it, None without a policy.
        returncode: its exit status once it has ended.
        reason: once it has ended, the limit that ended it (memory, cpu, wall, processes, busy, disk) or None.
        usage: once it has ended, cpu_seconds and peak_memory.
    """

    def __init__(self, channel: socket.socket, result: socket.socket, confined: bool) -> None:
        """Wait until the fork is confined.

        Raises:
            SandboxError: it cannot be confined.
            NoForkServerError: no answer came in time.
        """
        self._channel = channel
        self._result = result
        self._lock = threading.Lock()
        self.returncode: int | None = None
        self.reason: str | None = None
        self.usage: dict[str, float] = {}
        if not _readable(channel, _FORK_SECONDS):
            raise NoForkServerError(f"the fork server has not forked in {_FORK_SECONDS:g} s")
        first = self._receive()
        if "error" in first:
            raise SandboxError(first["error"])
        self.pid: int = first["pid"]
        self.confinement: Confinement | None = None
        if confined:
            self.confinement = Confinement(**first["confinement"])
            self.confinement.require()

    def _receive(self) -> dict[str, Any]:
        """Return the supervisor's next message, or a message that it ended without one."""
        try:
            text = self._channel.recv(65536)
        except OSError:
            text = b""
        return json.loads(text) if text else {"error": "the supervisor ended", "returncode": -signal.SIGKILL}

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit status, negative for a signal. Raises subprocess.TimeoutExpired."""
        if self.returncode is None and not _readable(self._channel, timeout):
            raise subprocess.TimeoutExpired("a forked process", timeout or 0)
        with self._lock:
            if self.returncode is None:
                end = self._receive()
                self.reason = end.get("reason")
                self.usage = {k: end[k] for k in ("cpu_seconds", "peak_memory") if k in end}
                self.returncode = int(end["returncode"])
            return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal to the process and its group. SIGKILL ends everything that it has started."""
        if self.returncode is None:
            with contextlib.suppress(OSError):
                self._channel.send(json.dumps({"signal": int(number)}).encode())

    def kill(self) -> None:
        """End the process and everything that it has started."""
        self.send_signal(signal.SIGKILL)

    def result(self, timeout: float | None = None, limit: int = 64 * 2**20) -> Any:
        """Return the value of the function, and end the process.

        Raises:
            ForkError: the function raised an error, the process ended without a result, or the result took
                longer than `timeout` seconds or more than `limit` bytes.
        """
        until = None if timeout is None else time.monotonic() + timeout
        text = b""
        try:
            while _readable(self._result, None if until is None else until - time.monotonic()):
                part = self._result.recv(1 << 20)
                if not part:
                    return self._value(text)
                text += part
                if len(text) > limit:
                    raise ForkError(f"the result is larger than {limit} bytes", "output")
            raise ForkError(f"no result after {timeout:g} s", "wall")
        finally:
            self.kill()
            self._result.close()
            self._wait_for_end()

    def _wait_for_end(self) -> int:
        try:
            return self.wait(_FORK_SECONDS)
        except subprocess.TimeoutExpired:
            raise ForkError(f"the process has not ended in {_FORK_SECONDS:g} s", "wall") from None

    def _value(self, text: bytes) -> Any:
        try:
            answer = json.loads(text)
            if "value" in answer:
                return answer["value"]
            raise ForkError(str(answer["error"]))
        except (ValueError, KeyError, TypeError):
            code = self._wait_for_end()
            raise ForkError(f"the process ended ({self.reason or code})", self.reason, code) from None


class ForkServer:
    """A fork server of this process, from its start to its end."""

    def __init__(self, preload: Preload) -> None:
        """Start it in the background without waiting.

        Raises:
            NoForkServerError: this system has no safe forks, or the cgroup that is named for them cannot be used.
        """
        if not sys.platform.startswith("linux"):
            raise NoForkServerError(f"forking is only safe on Linux, but this is {sys.platform}")
        self.owner = os.getpid()
        self.preload = preload
        self._lock = threading.Lock()
        self._state: dict[str, Any] | None = None
        try:
            cgroup = cgroups.parent_if_given(os.environ)
        except cgroups.NoGroupError as error:
            raise NoForkServerError(str(error)) from None
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        arguments = {
            "modules": preload.modules,
            "hidden": preload.hidden,
            "threads": preload.threads and reference(preload.threads),
            "proof": preload.proof and reference(preload.proof),
            "proof_seconds": preload.proof_seconds,
            "renew": preload.renew and reference(preload.renew),
            "cgroup": cgroup,
        }
        code = (
            f"import sys; sys.path.insert(0, {str(Path(__file__).parents[3])!r}); "
            f"from {fork_server.__name__} import main; main({theirs.fileno()}, **{arguments!r})"
        )
        self.environment = _server_environment(preload)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", code],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=self.environment,
                cwd="/",
            )

    @property
    def pid(self) -> int:
        """Return the server's process id."""
        return self._process.pid

    def alive(self) -> bool:
        """Return whether the process runs (it may still be importing)."""
        return self._process.poll() is None

    def wait_ready(self, timeout: float = _START_SECONDS) -> dict[str, Any]:
        """Wait for the imports and the proof; return {"ready": seconds, "threads", "missing", "pid"}.

        Raises:
            NoForkServerError: with the reason.
        """
        with self._lock:
            if self._state is None:
                if not _readable(self._control, timeout):
                    raise NoForkServerError(f"the fork server is not ready after {timeout:g} s")
                try:
                    text = self._control.recv(65536)
                except OSError:
                    text = b""
                self._state = json.loads(text) if text else {"failed": "the fork server died at its start"}
            state = self._state
        if "failed" in state:
            self.close()
            raise NoForkServerError(str(state["failed"]))
        return state

    def fork(
        self,
        target: Callable[..., Any] | str,
        args: Mapping[str, Any] | None = None,
        fds: Sequence[int] = (),
        sandbox: Policy | None = None,
        cwd: str = "/",
        env: Mapping[str, str] | None = None,
    ) -> ForkedProcess:
        """Call a function in a fork; its value, plain data, comes by `.result()`.

        Args:
            target: a function at the top level of a module, or its `reference`. The module is imported before
                the sandbox closes, so it may be one that the sandbox hides.
            args: plain data. If there are descriptors, the function also gets them, as `fds`.
            fds: descriptors to pass on.
            sandbox: confines the process, whose folder is then the policy's.

        Raises:
            NoForkServerError: the server has ended.
            SandboxError: the process cannot be confined.
            ValueError: there are too many arguments, variables or descriptors.
        """
        self.wait_ready()
        if len(fds) > MAX_FDS - OWN_FDS:
            raise ValueError(f"too many descriptors for a fork: {len(fds)}")
        private = run_folder() if sandbox else ""
        variables = dict(os.environ if env is None else env)
        try:
            request = ForkRequest(
                target if isinstance(target, str) else reference(target),
                dict(args or {}),
                os.path.realpath(sandbox.folder) if sandbox else cwd,
                # a confined fork can read its own memory, so it is never told the other variables
                environment(variables, private, self.preload) if sandbox else variables,
                private,
                sandbox,
            )
            return ForkedProcess(*self._send(request.encode(), fds), confined=sandbox is not None)
        except BaseException:
            remove_run_folder(private)
            raise

    def _send(self, request: bytes, fds: Sequence[int]) -> tuple[socket.socket, socket.socket]:
        """Make the server fork; return the channel to the fork's supervisor, and the socket for the result."""
        channel, supervisors = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        result, forks = socket.socketpair()
        with supervisors, forks:
            try:
                channel.sendall(request)
                with self._lock:
                    socket.send_fds(self._control, [b"fork"], [supervisors.fileno(), forks.fileno(), *fds])
            except OSError as error:
                channel.close()
                result.close()
                raise NoForkServerError(f"the fork server has ended ({error.strerror})") from None
        return channel, result

    def close(self) -> None:
        """End the fork server and all its forks."""
        if os.getpid() != self.owner:
            return
        self._control.close()
        if self._state is None:
            self._process.kill()  # it may still be importing, and nobody has a fork of it
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _readable(sock: socket.socket, timeout: float | None) -> bool:
    """Wait until something can be read; return False after `timeout` seconds."""
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(None if timeout is None else max(0.0, timeout * 1000)))


def _server_environment(preload: Preload) -> dict[str, str]:
    """Return the server's variables: those that imports read, and nothing that a fork must not know."""
    names = {"PATH", "HOME", "LANG", "TZ", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", *preload.read_at_import}
    families = ("LC_", *preload.variables, *preload.server_variables)
    users = {k: v for k, v in os.environ.items() if k in names or k.startswith(families)}
    # with large pages, a fork copies one entry per 2 MB of the heap instead of one per 4 KB
    return {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1", **preload.environment, **users}


class ServerRegistry:
    """The fork servers of this process, one for each preload."""

    def __init__(self) -> None:
        self._servers: dict[Preload, ForkServer] = {}
        self._lock = threading.Lock()
        self.stopped = False

    def get(self, preload: Preload) -> ForkServer:
        """Return the server for a preload, started in the background if none is running.

        Raises:
            NoForkServerError: this host cannot have one.
            SandboxError: the run is being stopped.
        """
        with self._lock:
            if self.stopped:
                raise SandboxError("this run is being stopped")
            running = self._servers.get(preload)
            if running is None or running.owner != os.getpid() or not running.alive():
                running = self._servers[preload] = ForkServer(preload)
                atexit.register(running.close)
            return running

    def close_all(self) -> None:
        """End all servers with all their forks; the next call of `get` starts a new one."""
        with self._lock:
            for running in self._servers.values():
                running.close()
            self._servers.clear()

    def stop(self) -> None:
        """End all servers, and refuse to start one until `resume` is called."""
        self.stopped = True
        self.close_all()

    def resume(self) -> None:
        """Allow servers again after `stop`."""
        self.stopped = False


SERVERS = ServerRegistry()


def server(preload: Preload) -> ForkServer:
    """Return this process's fork server for a preload, as `ServerRegistry.get` does."""
    return SERVERS.get(preload)


def prestart(preload: Preload) -> None:
    """Start a server in the background and return at once. An error is reported at its first use."""
    with contextlib.suppress(NoForkServerError):
        server(preload)


def find_server(preload: Preload, env: Mapping[str, str], policy: Policy | None) -> ForkServer | None:
    """Return a server to fork for a process with this environment, or None after a log line with the reason.

    A process with a policy is always a fork, if need be of a server that has imported nothing.

    Raises:
        SandboxError: this host cannot confine a process.
    """
    try:
        default = server(preload)
        default.wait_ready()
        for name in preload.read_at_import:
            if env.get(name) != default.environment.get(name):
                raise NoForkServerError(f"{name} differs from the fork server's")
        return default
    except NoForkServerError as error:
        log.warning("there is no fork server, so an ordinary process starts: %s", error)
        if policy is None:
            return None
    try:
        bare = server(preload.without_modules())
        bare.wait_ready()
        return bare
    except NoForkServerError as error:
        raise SandboxError(f"this host cannot confine a process: {error}") from None
