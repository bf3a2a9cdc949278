"""Warm kernels: a Jupyter kernel provisioner that forks, and forks of the warm process for other work.

The owner's side. `forkserver` is the process that is forked, `sandbox` says what a fork may use. Where
forking is not possible the ordinary kernel serves, and one line in the log says why.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import logging
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager, KernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Dict, Unicode

from autograder.sandbox import Policy, SandboxError, remove_run_folder, run_folder

KERNEL_NAME = "autograder-warm"
MODULES = (
    # what notebooks import, and what it would load at its first use
    "numpy", "numpy.random", "matplotlib", "matplotlib.pyplot", "matplotlib.backends.backend_agg",
    "tensorflow", "keras", "tf_keras", "tensorflow.python.data.ops.concatenate_op",
    "tensorflow.python.data.ops.flat_map_op", "tensorflow.python.data.ops.zip_op",
    "tf_keras.src.engine.base_layer_v1", "PIL.PngImagePlugin", "PIL.JpegImagePlugin", "PIL.GifImagePlugin",
    "PIL.BmpImagePlugin", "PIL.PpmImagePlugin", "PIL.features", "matplotlib_inline.config", "rich._emoji_codes",
    # the kernel, and what it would load at its start
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.debugger", "psutil",
    "autograder.confined", "IPython.core.pylabtools", "IPython.core.completerlib", "IPython.core.debugger",
    "IPython.core.logger", "IPython.core.oinspect", "IPython.extensions.storemagic", "sqlite3", "pydoc",
    "tornado.gen", "tornado.locks", "tornado.queues", "tornado.platform.asyncio", "encodings.latin_1",
)  # fmt: skip
_READ_AT_IMPORT = ("KERAS_BACKEND", "TF_USE_LEGACY_KERAS", "PYTHONHASHSEED")  # a fork has them from its parent
_START_SECONDS = 180.0
_FORK_SECONDS = 60.0

log = logging.getLogger("autograder")


class WarmUnavailable(Exception):
    """There is no warm process to fork, for the reason given."""


class ChildFailed(Exception):
    """A function called in a fork raised an error, or its process was ended."""

    def __init__(self, message: str, reason: str | None = None, returncode: int | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.returncode = returncode


class WarmProcess:
    """A fork of the warm process, with the face of a subprocess.Popen.

    `pid` is its id here; `in_force` lists the defences around it; once it has ended, `reason` is the limit
    that ended it (memory, cpu, wall, processes, disk) or None, and `usage` has cpu_seconds and peak_memory.
    """

    stdin = stdout = stderr = None

    def __init__(self, channel: socket.socket, result: socket.socket | None = None) -> None:
        self._channel, self._result = channel, result
        self._lock = threading.Lock()
        self.returncode: int | None = None
        self.reason: str | None = None
        self.usage: dict[str, float] = {}
        first = self._receive(_FORK_SECONDS)
        if first is None or "error" in first:
            self._channel.close()
            raise SandboxError(first["error"]) if first else WarmUnavailable("the warm process did not fork")
        self.pid: int = first["pid"]
        self.in_force: list[str] = first["in_force"]

    def _receive(self, timeout: float | None) -> dict[str, Any] | None:
        """Give the keeper's next message, {} where it has gone, None where there is none in time."""
        milliseconds = None if timeout is None else max(0.0, timeout * 1000)
        poll = select.poll()
        poll.register(self._channel, select.POLLIN)
        if not poll.poll(milliseconds):
            return None
        try:
            text = self._channel.recv(65536)
        except OSError:
            text = b""
        return json.loads(text) if text else {"error": "the keeper ended", "returncode": -signal.SIGKILL}

    def wait(self, timeout: float | None = None) -> int:
        """Give the exit status, negative for a signal. Raises subprocess.TimeoutExpired."""
        with self._lock:
            if self.returncode is None:
                end = self._receive(timeout)
                if end is None:
                    raise subprocess.TimeoutExpired("a warm process", timeout or 0)
                self.reason = end.get("reason")
                self.usage = {k: end[k] for k in ("cpu_seconds", "peak_memory") if k in end}
                self._channel.close()
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
        with self._lock, contextlib.suppress(OSError):
            if self.returncode is None:
                self._channel.send(json.dumps({"signal": int(number)}).encode())

    def terminate(self) -> None:
        """Send SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the process and all that it has started."""
        self.send_signal(signal.SIGKILL)

    def result(self, timeout: float | None = None, limit: int = 64 * 2**20) -> Any:
        """Give the value which the function returned. Kills the process when time or `limit` bytes are over.

        Raises ChildFailed with the function's error in one line, or with the reason for its end.
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
                    raise ChildFailed(f"the result is larger than {limit} bytes", "output")
            raise ChildFailed(f"no result after {timeout:g} s", "wall")
        finally:
            self.kill()
            self._result.close()
            self.wait(_FORK_SECONDS)

    def _value(self, text: bytes) -> Any:
        try:
            answer = json.loads(text)
            if "value" in answer:
                return answer["value"]
            raise ChildFailed(str(answer["error"]))
        except (ValueError, KeyError, TypeError):
            code = self.wait(_FORK_SECONDS)
            raise ChildFailed(f"the process ended ({self.reason or code})", self.reason, code) from None


class WarmServer:
    """The warm process of this process: started once, forked many times, ended with it."""

    def __init__(self, modules: Sequence[str] = MODULES, canary: bool = True) -> None:
        """Start it in the background; nothing waits. Raises WarmUnavailable where that cannot be."""
        if not sys.platform.startswith("linux"):
            raise WarmUnavailable(f"forking is only safe on Linux, this is {sys.platform}")
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

        Raises WarmUnavailable with the reason.
        """
        with self._lock:
            if self._state is None:
                poll = select.poll()
                poll.register(self._control, select.POLLIN)
                if not poll.poll(timeout * 1000):
                    raise WarmUnavailable(f"the warm process is not ready after {timeout:g} s")
                try:
                    text = self._control.recv(65536)
                except OSError:
                    text = b""
                self._state = json.loads(text) if text else {"failed": "the warm process died at its start"}
            state = self._state
        if "failed" in state:
            self.close()
            raise WarmUnavailable(str(state["failed"]))
        return state

    def launch(
        self, request: Mapping[str, Any], fds: Sequence[int] = (), result: socket.socket | None = None
    ) -> WarmProcess:
        """Fork for a request of `forkserver`'s. Raises WarmUnavailable, SandboxError, ValueError (too large)."""
        self.wait_ready()
        text = json.dumps(request).encode()
        if len(text) > 150_000 or len(fds) > 12:
            raise ValueError("arguments, environment and descriptors for a fork are too many")
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, socket.socket() if result is None else _duplicate(result) as result_end:
            try:
                with self._lock:
                    socket.send_fds(self._control, [text], [theirs.fileno(), result_end.fileno(), *fds])
            except OSError as error:
                ours.close()
                raise WarmUnavailable(f"the warm process has gone ({error.strerror})") from None
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
        sandbox hides. The value comes by `.result()`; it must be JSON. Raises WarmUnavailable, SandboxError.
        """
        private = run_folder() if sandbox else ""
        ours, theirs = socket.socketpair()
        request = {"kind": "call", "target": target, "args": dict(args or {}), "cwd": cwd, "private": private}
        request |= {"env": dict(os.environ if env is None else env), "quiet": quiet, "setup": setup, "temporary": True}
        request |= {"policy": sandbox and sandbox.to_json(), "setup_args": dict(setup_args or {})}
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
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _duplicate(end: socket.socket) -> socket.socket:
    return end.dup()


def _server_environment() -> dict[str, str]:
    """Give the warm process's variables: what imports read, nothing that a fork must not know."""
    names = {"PATH", "HOME", "LANG", "TZ", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", *_READ_AT_IMPORT}
    families = ("LC_", "TF_", "OMP_", "OPENBLAS_", "MKL_", "CUDA_", "XLA_", "KERAS_", "MPL")
    kept = {k: v for k, v in os.environ.items() if k in names or k.startswith(families)}
    defaults = {"OPENBLAS_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    return {**defaults, "MPLBACKEND": "module://matplotlib_inline.backend_inline", **kept}


_servers: dict[tuple[str, ...], WarmServer] = {}
_servers_lock = threading.Lock()


def server(modules: Sequence[str] | None = None) -> WarmServer:
    """Give this process's warm server for these modules (MODULES), started in the background where it is not.

    Without modules, `server(())`, it is a bare Python, ready at once. Raises WarmUnavailable where it cannot be.
    """
    modules = MODULES if modules is None else modules
    with _servers_lock:
        known = _servers.get(tuple(modules))
        if known is None or known.owner != os.getpid() or not known.alive():
            known = _servers[tuple(modules)] = WarmServer(modules, canary=bool(modules))
            atexit.register(known.close)
        return known


def prestart() -> None:
    """Start the warm server in the background and return at once; a host that cannot says so later."""
    with contextlib.suppress(WarmUnavailable):
        server()


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel as a fork of this process's warm server, or as usual where there is none.

    A kernelspec names it `autograder-warm` under metadata.kernel_provisioner. `start_kernel` takes, besides
    the usual: `sandbox` (a Policy or its dict), `pass_fds`, `setup` and `setup_args` as in WarmServer.fork.
    """

    sandbox: Dict = Dict(help="A sandbox policy for kernels started without one; empty for none").tag(config=True)
    setup = Unicode(help='"module:function" to call in each new kernel').tag(config=True)

    _private: str | None = None
    _server: WarmServer | None = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Decide whether to fork, and prefer sockets in a private folder to ports. Raises SandboxError."""
        policy = _policy(kwargs.get("sandbox") or self.sandbox)
        self._server = await asyncio.to_thread(self._find_server, kwargs.get("env"), policy)
        km = self.parent
        if self._server is not None:
            if self._private is None:
                self._private = run_folder()
            if km is not None and not km.shell_port:
                km.transport = "ipc"
                km.ip = os.path.join(self._private, "run", "k")
                km.cache_ports = False
                for number, name in enumerate(("shell", "iopub", "stdin", "hb", "control"), 1):
                    setattr(km, f"{name}_port", number)
        return await super().pre_launch(**kwargs)

    def _find_server(self, env: Mapping[str, str] | None, policy: Policy | None) -> WarmServer | None:
        """Give a server to fork, or None after a line in the log that says why."""
        try:
            known = server()
            known.wait_ready()
            given = os.environ if env is None else env
            for name in _READ_AT_IMPORT:
                if given.get(name) != known.environment.get(name):
                    raise WarmUnavailable(f"{name} differs from the warm process's")
            return known
        except WarmUnavailable as error:
            self.log.warning("no warm kernel, an ordinary one starts: %s", error)
            if policy is None:
                return None
        try:
            cold = server(())
            cold.wait_ready()
            return cold
        except WarmUnavailable as error:
            raise SandboxError(f"this host cannot confine a kernel: {error}") from None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel, confined where a policy is given. Raises SandboxError."""
        asked = {name: kwargs.pop(name, None) for name in ("sandbox", "setup", "setup_args")}
        if self._server is None:
            return await super().launch_kernel(cmd, **kwargs)
        policy = _policy(asked["sandbox"] or self.sandbox)
        request = self._request(cmd, policy, kwargs, asked)
        self.process = await asyncio.to_thread(self._server.launch, request, kwargs.get("pass_fds") or ())
        self.pid = self.pgid = self.process.pid
        self.cwd = request["cwd"]
        return self.connection_info

    def _request(
        self, cmd: list[str], policy: Policy | None, kwargs: dict[str, Any], asked: dict[str, Any]
    ) -> dict[str, Any]:
        assert self._private is not None
        connection_file = self.parent.connection_file if self.parent else ""
        if policy is not None:
            # its own copy: the folder of the original holds those of other kernels
            copy = os.path.join(self._private, "run", "connection.json")
            shutil.copyfile(connection_file, copy)
            connection_file = copy
        return {
            "kind": "kernel",
            "argv": _extra_arguments(cmd),
            "connection_file": connection_file,
            "cwd": os.path.realpath(policy.folder if policy else str(kwargs.get("cwd") or os.getcwd())),
            "env": {k: str(v) for k, v in (kwargs.get("env") or os.environ).items()},
            "policy": policy and policy.to_json(),
            "private": self._private,
            "temporary": False,
            "quiet": policy is not None,
            "setup": asked["setup"] or self.setup or None,
            "setup_args": asked["setup_args"] or {},
        }

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel and its group."""
        if isinstance(self.process, WarmProcess):
            self.process.send_signal(signum)
        else:
            await super().send_signal(signum)

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the private folder, unless the kernel starts again."""
        await super().cleanup(restart)
        if self._private is not None and not restart:
            remove_run_folder(self._private)
            self._private = None


def _policy(given: Policy | Mapping[str, Any] | None) -> Policy | None:
    return given if isinstance(given, Policy) else Policy.from_json(given) if given else None


def _extra_arguments(cmd: list[str]) -> list[str]:
    """Give the arguments of a kernel's command that follow the connection file."""
    rest = cmd[cmd.index("-f") + 2 :] if "-f" in cmd else []
    return [str(argument) for argument in rest]


def kernel_spec() -> dict[str, Any]:
    """Give the kernelspec of the warm kernel, as in kernel.json."""
    return {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Python 3 (warm, TensorFlow loaded)",
        "language": "python",
        "interrupt_mode": "signal",
        "metadata": {"debugger": True, "kernel_provisioner": {"provisioner_name": "autograder-warm"}},
    }


def install_kernel_spec(prefix: str = sys.prefix) -> Path:
    """Write the kernelspec below `prefix`, and let the Jupyter server start the warm process; give its folder."""
    folder = Path(prefix, "share/jupyter/kernels", KERNEL_NAME)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kernel.json").write_text(json.dumps(kernel_spec(), indent=1) + "\n")
    extension = Path(prefix, "etc/jupyter/jupyter_server_config.d/autograder.json")
    extension.parent.mkdir(parents=True, exist_ok=True)
    enabled = {"ServerApp": {"jpserver_extensions": {"autograder.kernels": True}}}
    extension.write_text(json.dumps(enabled, indent=1) + "\n")
    return folder


class WarmKernelSpecManager(KernelSpecManager):
    """Knows the warm kernel without its being installed."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Give the spec of a kernel by its name."""
        if kernel_name == KERNEL_NAME:
            return KernelSpec(**kernel_spec())
        return super().get_kernel_spec(kernel_name)


class _Manager(AsyncKernelManager):
    """A manager that hands our options to the provisioner whenever it starts its kernel."""

    options: dict[str, Any] = {}

    async def start_kernel(self, **kwargs: Any) -> None:  # type: ignore[override]
        await super().start_kernel(**{**self.options, **kwargs})


def kernel_manager(**options: Any) -> AsyncKernelManager:
    """Give a manager of one warm kernel; `options` as in WarmProvisioner, used at each start."""
    manager = _Manager(kernel_name=KERNEL_NAME, kernel_spec_manager=WarmKernelSpecManager())
    manager.options = {name: value for name, value in options.items() if value is not None}
    return manager


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "autograder.kernels"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Warm up while the server starts, so that no one waits for the first kernel."""
    prestart()
    app.log.info("autograder: a warm Python process starts in the background")
