"""The owner of the warm process: one a process, started in the background, forked often, ended with it.

`forkserver` is the program that is forked, `kernels` makes Jupyter kernels of the forks.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.sandbox import Policy, SandboxError, environment, remove_run_folder, run_folder

MODULES = (
    # what notebooks import, and what it would load at its first use
    "numpy", "numpy.random", "matplotlib", "matplotlib.pyplot", "matplotlib.backends.backend_agg",
    "tensorflow", "keras", "tf_keras", "tensorflow.python.data.ops.concatenate_op",
    "tensorflow.python.data.ops.flat_map_op", "tensorflow.python.data.ops.zip_op",
    "tf_keras.src.engine.base_layer_v1", "PIL.PngImagePlugin", "PIL.JpegImagePlugin", "PIL.GifImagePlugin",
    "PIL.BmpImagePlugin", "PIL.PpmImagePlugin", "PIL.features", "matplotlib_inline.config",
    "rich._emoji_codes",
    # the kernel, and what it would load at its start
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.debugger", "psutil",
    "autograder.confined", "IPython.core.pylabtools", "IPython.core.completerlib", "IPython.core.debugger",
    "IPython.core.logger", "IPython.core.magics.execution", "IPython.core.oinspect",
    "IPython.extensions.storemagic", "sqlite3", "pydoc",
    "tornado.gen", "tornado.locks", "tornado.queues", "tornado.platform.asyncio", "encodings.latin_1",
    # what grades in a fork
    "autograder.cells", "autograder.exam", "autograder.models",
)  # fmt: skip
# read when they are imported, so a fork has them from its parent
READ_AT_IMPORT = ("KERAS_BACKEND", "TF_USE_LEGACY_KERAS", "PYTHONHASHSEED")
_START_SECONDS = 180.0
_FORK_SECONDS = 60.0


class NoWarmProcessError(Exception):
    """There is no warm process to fork, for the reason given."""


class ForkError(Exception):
    """A function called in a fork raised an error, or its process was ended."""

    def __init__(self, message: str, reason: str | None = None, returncode: int | None = None) -> None:
        """Keep the limit that was passed, and the exit status, where there are such."""
        super().__init__(message)
        self.reason = reason
        self.returncode = returncode


class WarmProcess:
    """A fork of the warm process, with the face of a subprocess.Popen; it ends with this object.

    `pid` is its id here; `in_force` lists the defences around it; once it has ended, `reason` is the limit
    that ended it (memory, cpu, wall, processes, disk) or None, and `usage` has cpu_seconds and peak_memory.
    """

    stdin = stdout = stderr = None

    def __init__(self, channel: socket.socket) -> None:
        """Wait until the fork at the other end of the channel is confined. Raises SandboxError."""
        self._channel = channel
        self._result: socket.socket | None = None
        self._lock = threading.Lock()
        self.returncode: int | None = None
        self.reason: str | None = None
        self.usage: dict[str, float] = {}
        if not self._readable(_FORK_SECONDS):
            raise NoWarmProcessError(f"the warm process has not forked in {_FORK_SECONDS:g} s")
        first = self._receive()
        if "error" in first:
            raise SandboxError(first["error"])
        self.pid: int = first["pid"]
        self.in_force: list[str] = first["in_force"]

    def _readable(self, timeout: float | None) -> bool:
        poll = select.poll()
        poll.register(self._channel, select.POLLIN)
        return bool(poll.poll(None if timeout is None else max(0.0, timeout * 1000)))

    def _receive(self) -> dict[str, Any]:
        """Give the keeper's next message, or what is to be said of one that has gone without."""
        try:
            text = self._channel.recv(65536)
        except OSError:
            text = b""
        return json.loads(text) if text else {"error": "the keeper ended", "returncode": -signal.SIGKILL}

    def wait(self, timeout: float | None = None) -> int:
        """Give the exit status, negative for a signal. Raises subprocess.TimeoutExpired."""
        if self.returncode is None and not self._readable(timeout):
            raise subprocess.TimeoutExpired("a warm process", timeout or 0)
        with self._lock:
            if self.returncode is None:
                end = self._receive()
                self.reason = end.get("reason")
                self.usage = {k: end[k] for k in ("cpu_seconds", "peak_memory") if k in end}
                self.returncode = int(end["returncode"])
            return self.returncode

    def poll(self) -> int | None:
        """Give the exit status, or None while the process runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def send_signal(self, number: int) -> None:
        """Send a signal to the process and its group; SIGKILL ends all that it has started."""
        if self.returncode is None:
            with contextlib.suppress(OSError):
                self._channel.send(json.dumps({"signal": int(number)}).encode())

    def terminate(self) -> None:
        """Send SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the process and all that it has started."""
        self.send_signal(signal.SIGKILL)

    def result(self, timeout: float | None = None, limit: int = 64 * 2**20) -> Any:
        """Give the value which the function returned. Kills the process when time or `limit` bytes are over.

        Raises ForkError with the function's error in one line, or with the reason for its end.
        """
        if self._result is None:
            raise ValueError("a kernel has no result")
        until = None if timeout is None else time.monotonic() + timeout
        text = b""
        poll = select.poll()
        poll.register(self._result, select.POLLIN)
        try:
            while poll.poll(None if until is None else max(0.0, until - time.monotonic()) * 1000):
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
        root = str(Path(__file__).parent.parent)
        code = (
            f"import sys; sys.path.insert(0, {root!r}); from autograder import forkserver; "
            f"forkserver.main({theirs.fileno()}, {list(modules)!r}, {canary!r})"
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
                poll = select.poll()
                poll.register(self._control, select.POLLIN)
                if not poll.poll(timeout * 1000):
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

    def launch(
        self, request: Mapping[str, Any], fds: Sequence[int] = (), result: socket.socket | None = None
    ) -> WarmProcess:
        """Fork for a request to `forkserver`.

        Raises NoWarmProcessError, SandboxError, ValueError (too large).
        """
        self.wait_ready()
        text = json.dumps(request).encode()
        if len(text) > 150_000 or len(fds) > 12:
            raise ValueError("arguments, environment and descriptors for a fork are too many")
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, socket.socket() if result is None else _duplicate(result) as result_end:
            try:
                ours.sendall(text)
                with self._lock:
                    socket.send_fds(self._control, [b"fork"], [theirs.fileno(), result_end.fileno(), *fds])
            except OSError as error:
                ours.close()
                raise NoWarmProcessError(f"the warm process has gone ({error.strerror})") from None
        return WarmProcess(ours)

    def fork(
        self,
        target: str,
        args: Mapping[str, Any] | None = None,
        fds: Sequence[int] = (),
        sandbox: Policy | None = None,
        setup: str | None = None,
        setup_args: Mapping[str, Any] | None = None,
        cwd: str = "/",
        env: Mapping[str, str] | None = None,
        quiet: bool = True,
    ) -> WarmProcess:
        """Call `target` ("module:function") in a fork, with `args` and, where there are any, `fds=[...]`.

        `setup`, called as f(fds, setup_args), runs before the sandbox closes: it may import what the
        sandbox hides. The value, JSON, comes by `.result()`. Raises NoWarmProcessError, SandboxError.
        """
        private = run_folder() if sandbox else ""
        ours, theirs = socket.socketpair()
        request: dict[str, Any] = {
            "kind": "call",
            "target": target,
            "args": dict(args or {}),
            "cwd": cwd,
            "private": private,
            "temporary": True,
            "env": _environment(env, private if sandbox else None),
            "quiet": quiet,
            "setup": setup,
            "setup_args": dict(setup_args or {}),
            "policy": sandbox and sandbox.to_json(),
        }
        if sandbox:
            request["cwd"] = os.path.realpath(sandbox.folder)
        try:
            with theirs:
                process = self.launch(request, fds, theirs)
        except BaseException:
            remove_run_folder(private)
            raise
        process._result = ours
        return process

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


def _environment(given: Mapping[str, str] | None, private: str | None) -> dict[str, str]:
    """Give a fork's variables; a confined one is never told the others, for it can read its memory."""
    variables = os.environ if given is None else given
    return dict(variables) if private is None else environment(variables, private)


def _duplicate(end: socket.socket) -> socket.socket:
    return end.dup()


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
