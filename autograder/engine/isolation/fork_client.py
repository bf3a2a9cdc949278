"""The owner of the warm process: one a process, started in the background, forked often, ended with it.

`forkserver` is the program that forks, `sandbox` says what a fork may use.
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
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from autograder.engine.errors import AutograderError
from autograder.engine.isolation.fork_server import MAX_FDS, MAX_REQUEST
from autograder.engine.isolation.sandbox import Policy, SandboxError, environment, remove_run_folder, run_folder

MODULES = (
    # what notebooks import, and what it would load at its first use
    "numpy", "numpy.random", "matplotlib.pyplot", "matplotlib.backends.backend_agg", "tensorflow", "keras", "tf_keras",
    "PIL.BmpImagePlugin", "PIL.GifImagePlugin", "PIL.JpegImagePlugin", "PIL.PpmImagePlugin",
    # what a shell would load at its start, and at its first error
    "IPython.core.application", "IPython.core.completerlib", "IPython.core.logger", "IPython.core.magics.execution",
    "IPython.core.oinspect", "IPython.core.pylabtools", "matplotlib_inline.config",
    "pygments.formatters.html", "pygments.formatters.terminal256", "pygments.lexers.python", "stack_data",
    # what grades in a fork
    "autograder.engine.execution.checker_process", "autograder.engine.execution.student_process",
)  # fmt: skip
# read when they are imported, so a fork has them from its parent
READ_AT_IMPORT = ("KERAS_BACKEND", "TF_USE_LEGACY_KERAS", "PYTHONHASHSEED")
_START_SECONDS = 180.0
_FORK_SECONDS = 60.0
log = logging.getLogger("autograder")


class NoWarmProcessError(AutograderError):
    """There is no warm process to fork, for the reason given."""


class ForkError(AutograderError):
    """A function called in a fork raised an error, or its process was ended."""

    def __init__(self, message: str, reason: str | None = None, returncode: int | None = None) -> None:
        """Keep the limit that was passed, and the exit status, where there are such."""
        super().__init__(message)
        self.reason = reason
        self.returncode = returncode


class WarmProcess:
    """A fork of the warm process, much like a subprocess.Popen; it ends with this object.

    `pid` is its id here; `in_force` lists the defences around it; once it has ended, `reason` is the limit
    that ended it (memory, cpu, wall, processes, disk) or None, and `usage` has cpu_seconds and peak_memory.
    """

    def __init__(self, channel: socket.socket, result: socket.socket) -> None:
        """Wait until the fork at the other end of the channel is confined. Raises SandboxError."""
        self._channel = channel
        self._result = result
        self._lock = threading.Lock()
        self.returncode: int | None = None
        self.reason: str | None = None
        self.usage: dict[str, float] = {}
        if not _readable(channel, _FORK_SECONDS):
            raise NoWarmProcessError(f"the warm process has not forked in {_FORK_SECONDS:g} s")
        first = self._receive()
        if "error" in first:
            raise SandboxError(first["error"])
        self.pid: int = first["pid"]
        self.in_force: list[str] = first["in_force"]

    def _receive(self) -> dict[str, Any]:
        """Give the keeper's next message, or what is to be said of one that has gone without."""
        try:
            text = self._channel.recv(65536)
        except OSError:
            text = b""
        return json.loads(text) if text else {"error": "the keeper ended", "returncode": -signal.SIGKILL}

    def wait(self, timeout: float | None = None) -> int:
        """Give the exit status, negative for a signal. Raises subprocess.TimeoutExpired."""
        if self.returncode is None and not _readable(self._channel, timeout):
            raise subprocess.TimeoutExpired("a warm process", timeout or 0)
        with self._lock:
            if self.returncode is None:
                end = self._receive()
                self.reason = end.get("reason")
                self.usage = {k: end[k] for k in ("cpu_seconds", "peak_memory") if k in end}
                self.returncode = int(end["returncode"])
            return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal to the process and its group; SIGKILL ends all that it has started."""
        if self.returncode is None:
            with contextlib.suppress(OSError):
                self._channel.send(json.dumps({"signal": int(number)}).encode())

    def kill(self) -> None:
        """End the process and all that it has started."""
        self.send_signal(signal.SIGKILL)

    def result(self, timeout: float | None = None, limit: int = 64 * 2**20) -> Any:
        """Give the value which the function returned. Kills the process when time or `limit` bytes are over.

        Raises ForkError with the function's error in one line, or with the reason for its end.
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
            self.wait(_FORK_SECONDS)

    def _value(self, text: bytes) -> Any:
        try:
            answer = json.loads(text)
            if "value" in answer:
                return answer["value"]
            raise ForkError(str(answer["error"]))
        except (ValueError, KeyError, TypeError):
            code = self.wait(_FORK_SECONDS)
            raise ForkError(f"the process ended ({self.reason or code})", self.reason, code) from None


class WarmServer:
    """The warm process of this process: started once, forked many times, ended with it."""

    def __init__(self, modules: Sequence[str] = MODULES, canary: bool = True) -> None:
        """Start it in the background; nothing waits. Raises NoWarmProcessError where that cannot be."""
        if not sys.platform.startswith("linux"):
            raise NoWarmProcessError(f"forking is only safe on Linux, this is {sys.platform}")
        self.owner = os.getpid()
        self._lock = threading.Lock()
        self._state: dict[str, Any] | None = None
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        root = str(Path(__file__).parents[3])
        code = (
            f"import sys; sys.path.insert(0, {root!r}); from autograder.engine.isolation import fork_server; "
            f"fork_server.main({theirs.fileno()}, {list(modules)!r}, {canary!r})"
        )
        self.environment = _server_environment()
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
        """Give the id of the warm process."""
        return self._process.pid

    def alive(self) -> bool:
        """Tell whether the process runs (it may still be importing)."""
        return self._process.poll() is None

    def wait_ready(self, timeout: float = _START_SECONDS) -> dict[str, Any]:
        """Wait for the imports and the canary; give {"ready": seconds, "threads", "missing"}.

        Raises NoWarmProcessError with the reason.
        """
        with self._lock:
            if self._state is None:
                if not _readable(self._control, timeout):
                    raise NoWarmProcessError(f"the warm process is not ready after {timeout:g} s")
                try:
                    text = self._control.recv(65536)
                except OSError:
                    text = b""
                self._state = json.loads(text) if text else {"failed": "the warm process died at its start"}
            state = self._state
        if "failed" in state:
            self.close()
            raise NoWarmProcessError(str(state["failed"]))
        return state

    def fork(
        self,
        target: str,
        args: Mapping[str, Any] | None = None,
        fds: Sequence[int] = (),
        sandbox: Policy | None = None,
        cwd: str = "/",
        env: Mapping[str, str] | None = None,
    ) -> WarmProcess:
        """Call `target` ("module:function") in a fork, with `args` and, where there are any, `fds=[...]`.

        The module is imported before the sandbox closes, so it may be one that the sandbox hides. The
        value, JSON, comes by `.result()`. Raises NoWarmProcessError, SandboxError, ValueError (too large).
        """
        self.wait_ready()
        private = run_folder() if sandbox else ""
        variables = dict(os.environ if env is None else env)
        request: dict[str, Any] = {
            "target": target,
            "args": dict(args or {}),
            "cwd": os.path.realpath(sandbox.folder) if sandbox else cwd,
            "private": private,
            # a confined fork is never told the other variables, for it can read its own memory
            "env": environment(variables, private) if sandbox else variables,
            "policy": sandbox and asdict(sandbox),
        }
        try:
            return WarmProcess(*self._ask(json.dumps(request).encode(), fds))
        except BaseException:
            remove_run_folder(private)
            raise

    def _ask(self, request: bytes, fds: Sequence[int]) -> tuple[socket.socket, socket.socket]:
        """Have the warm process fork; give the channel to the fork's keeper, and the socket for its result."""
        if len(request) > MAX_REQUEST or len(fds) > MAX_FDS - 2:
            raise ValueError("arguments, environment and descriptors for a fork are too many")
        channel, keepers = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        result, forks = socket.socketpair()
        with keepers, forks:
            try:
                channel.sendall(request)
                with self._lock:
                    socket.send_fds(self._control, [b"fork"], [keepers.fileno(), forks.fileno(), *fds])
            except OSError as error:
                channel.close()
                result.close()
                raise NoWarmProcessError(f"the warm process has gone ({error.strerror})") from None
        return channel, result

    def close(self) -> None:
        """End the warm process and every fork of it."""
        if os.getpid() != self.owner:
            return
        self._control.close()
        if self._state is None:
            self._process.kill()  # it may be importing still, and nobody has a fork of it
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _readable(sock: socket.socket, timeout: float | None) -> bool:
    """Wait until something can be read; False once `timeout` seconds have passed."""
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(None if timeout is None else max(0.0, timeout * 1000)))


def _server_environment() -> dict[str, str]:
    """Give the warm process's variables: what imports read, nothing that a fork must not know."""
    names = {"PATH", "HOME", "LANG", "TZ", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", *READ_AT_IMPORT}
    families = ("LC_", "TF_", "OMP_", "OPENBLAS_", "MKL_", "CUDA_", "XLA_", "KERAS_", "MPL")
    kept = {k: v for k, v in os.environ.items() if k in names or k.startswith(families)}
    # for layers of a few units oneDNN takes longer to prepare than to compute
    defaults = {"OPENBLAS_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    # large pages: a fork then copies an entry for each 2 MB of the heap instead of one for each 4 KB
    defaults["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1"
    return {**defaults, "MPLBACKEND": "module://matplotlib_inline.backend_inline", **kept}


_servers: dict[tuple[str, ...], WarmServer] = {}
_servers_lock = threading.Lock()
stopping = threading.Event()
"""Set while this process ends its workers half way: they shall start nothing new."""


def server(modules: Sequence[str] | None = None) -> WarmServer:
    """Give this process's warm server for these modules (MODULES), started in the background where it is not.

    Without modules, `server(())`, it is a bare Python, ready at once. Raises NoWarmProcessError where it
    cannot be, SandboxError once the run is being stopped.
    """
    modules = MODULES if modules is None else modules
    with _servers_lock:
        if stopping.is_set():
            raise SandboxError("this run is being stopped")
        known = _servers.get(tuple(modules))
        if known is None or known.owner != os.getpid() or not known.alive():
            known = _servers[tuple(modules)] = WarmServer(modules, canary=bool(modules))
            atexit.register(known.close)
        return known


def close_servers() -> None:
    """End this process's warm processes with all their forks; the next one asked for is a new one."""
    with _servers_lock:
        for known in _servers.values():
            known.close()
        _servers.clear()


def prestart() -> None:
    """Start the warm server in the background and return at once; a host that cannot says so later."""
    with contextlib.suppress(NoWarmProcessError):
        server()


def find_server(env: Mapping[str, str], policy: Policy | None) -> WarmServer | None:
    """A server to fork for a process with this environment, or None after a line in the log that says why.

    A process with a policy is forked in any case, if need be off a server that has nothing imported.

    Raises:
        SandboxError: this host cannot confine a process.
    """
    try:
        known = server()
        known.wait_ready()
        for name in READ_AT_IMPORT:
            if env.get(name) != known.environment.get(name):
                raise NoWarmProcessError(f"{name} differs from the warm process's")
        return known
    except NoWarmProcessError as error:
        log.warning("no warm process, an ordinary one starts: %s", error)
        if policy is None:
            return None
    try:
        bare = server(())
        bare.wait_ready()
        return bare
    except NoWarmProcessError as error:
        raise SandboxError(f"this host cannot confine a process: {error}") from None
