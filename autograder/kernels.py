"""Warm kernels: a Jupyter kernel provisioner that forks, and what makes Jupyter use it.

`warm` has the process that is forked, `sandbox` says what a fork may use. Where
forking is not possible the ordinary kernel serves, and one line in the log says why.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Dict, Unicode

from autograder.sandbox import Policy, SandboxError, environment, remove_run_folder, run_folder
from autograder.warm import (
    READ_AT_IMPORT,
    ForkError,
    NoWarmProcessError,
    WarmProcess,
    WarmServer,
    close_servers,
    prestart,
    server,
)

__all__ = [
    "KERNEL_NAME",
    "ForkError",
    "NoWarmProcessError",
    "WarmKernelSpecManager",
    "WarmProcess",
    "WarmProvisioner",
    "WarmServer",
    "close_servers",
    "find_server",
    "install_kernel_spec",
    "kernel_manager",
    "prestart",
    "server",
]

KERNEL_NAME = "autograder-warm"
log = logging.getLogger("autograder")


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
        cold = server(())
        cold.wait_ready()
        return cold
    except NoWarmProcessError as error:
        raise SandboxError(f"this host cannot confine a process: {error}") from None


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
        self._server = await asyncio.to_thread(find_server, kwargs.get("env") or os.environ, policy)
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

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel, confined where a policy is given. Raises SandboxError."""
        asked = {name: kwargs.pop(name, None) for name in ("sandbox", "setup", "setup_args")}
        if self._server is None:
            return await super().launch_kernel(cmd, **kwargs)
        policy = _policy(asked["sandbox"] or self.sandbox)
        request = self._request(cmd, policy, kwargs, asked)
        heart = self._forget_sockets()
        process = await asyncio.to_thread(self._server.launch, request, kwargs.get("pass_fds") or ())
        self.process = process  # type: ignore[assignment]  # it has the face of a Popen
        self.pid = self.pgid = process.pid
        self.cwd = request["cwd"]
        until = time.monotonic() + 2  # a client that came before the kernel would try again only after 0.1 s
        while heart and not heart.exists() and process.poll() is None and time.monotonic() < until:
            await asyncio.sleep(0.003)
        return self.connection_info

    def _forget_sockets(self) -> Path | None:
        """Remove the sockets of a kernel that has ended; give the one which the next kernel binds last."""
        km = self.parent
        if km is None or km.transport != "ipc":
            return None
        for number in (km.shell_port, km.iopub_port, km.stdin_port, km.hb_port, km.control_port):
            Path(f"{km.ip}-{number}").unlink(missing_ok=True)
        return Path(f"{km.ip}-{km.hb_port}")

    def _request(
        self, cmd: list[str], policy: Policy | None, kwargs: dict[str, Any], asked: dict[str, Any]
    ) -> dict[str, Any]:
        assert self._private is not None
        variables = {name: str(value) for name, value in (kwargs.get("env") or os.environ).items()}
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
            "env": environment(variables, self._private) if policy else variables,
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

    async def kill(self, restart: bool = False) -> None:
        """Kill the kernel and see it end, sooner than a manager looks: a class is many kernels that end."""
        await super().kill(restart)
        until = time.monotonic() + 2
        while isinstance(self.process, WarmProcess) and self.process.poll() is None:
            if time.monotonic() > until:
                break
            await asyncio.sleep(0.003)

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
    """Write the kernelspec below `prefix`, and let Jupyter servers warm up; give the kernelspec's folder."""
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

    options = Dict()

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
