"""The warm process: imports what notebooks import, does nothing else, and forks.

It never builds a layer nor runs an operation: that would start threads, and a fork of a process with
threads hangs. `warm` starts it and talks to it; `keeper` looks after each fork.
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
from collections.abc import Callable
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from autograder.engine.isolation import sandbox, supervisor
from autograder.engine.isolation.sandbox import Policy

MAX_FDS = 16  # the channel to the owner, the socket for the result, and what the owner hands over
MAX_REQUEST = 150_000  # bytes; one packet


NOT_FOR_NOTEBOOKS = {"pandas"}
"""Packages that the project needs and the course does not. Keras would import them if it could: 0.2 s, 29 MB."""


class Finder(PathFinder):
    """Finds modules as Python does, and none of `NOT_FOR_NOTEBOOKS`, as if they were not installed."""

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: Any = None) -> Any:
        """Return the module's spec, or None."""
        return None if name in NOT_FOR_NOTEBOOKS else super().find_spec(name, path, target)


class NotForkSafeError(Exception):
    """The imports left this process in a state in which its forks cannot be trusted."""


def main(control_fd: int, modules: list[str], canary: bool) -> None:
    """Serve the owner at the other end of `control_fd` until it goes away."""
    os.setsid()
    gc.disable()  # during the imports it takes a quarter of their time, and finds next to nothing
    control = socket.socket(fileno=control_fd)
    started = time.monotonic()
    sys.meta_path[sys.meta_path.index(PathFinder)] = Finder
    try:
        missing = import_quietly(modules)
        find_files_of_modules()
        threads = check_threads()
        gc.freeze()  # the collector would touch, and so copy, every page of every fork
        server = _Server(control)
        if canary:
            server.prove()
    except Exception as error:
        control.sendall(json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
        return
    ready = {"ready": time.monotonic() - started, "threads": threads, "missing": missing, "pid": os.getpid()}
    control.sendall(json.dumps(ready).encode())
    server.serve()


def import_quietly(modules: list[str]) -> list[str]:
    """Import modules with their noise sent nowhere, also that of C++; give those which are not installed."""
    missing = []
    kept = [(os.dup(number), number) for number in (1, 2)]
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
            for copy, number in kept:
                os.dup2(copy, number)
                os.close(copy)
    return missing


def find_files_of_modules() -> None:
    """Have `inspect` look at each module once, as it would in every fork that shows an error (0.1 s there)."""
    inspect.getmodule(compile("", "nowhere", "exec"))


def check_threads() -> int:
    """Give the number of threads, after checking that they are only BLAS's, which cope with a fork.

    Raises NotForkSafeError where there are more.
    """
    with open("/proc/self/status") as status:
        threads = next(int(line.split()[1]) for line in status if line.startswith("Threads"))
    wanted = int(os.environ.get("OPENBLAS_NUM_THREADS") or os.cpu_count() or 1)
    allowed = max(1, min(wanted, os.cpu_count() or 1)) if "numpy" in sys.modules else 1
    if threads > allowed:
        raise NotForkSafeError(f"{threads} threads after the imports, {allowed} expected")
    return threads


class _Server:
    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.keepers: set[int] = set()
        supervisor.be_subreaper()
        self.wake = supervisor.wake_on(signal.SIGCHLD)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the end of the owner is what ends the server

    def prove(self) -> None:
        """Fork a canary that builds and calls a Keras layer. Raises NotForkSafeError where it is not well."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        result, result_end = socket.socketpair()
        request: dict[str, Any] = {"target": "autograder.engine.isolation.fork_server:canary", "args": {}, "cwd": "/"}
        request |= {"env": dict(os.environ), "policy": None, "private": ""}
        ours.sendall(json.dumps(request).encode())
        self.fork([theirs.detach(), result_end.detach()])
        result.settimeout(90)
        text = b""
        with contextlib.suppress(TimeoutError), ours, result:
            while part := result.recv(65536):
                text += part
        answer = json.loads(text) if text else {"error": "it hangs or died"}
        if answer.get("value") != "alive":
            raise NotForkSafeError(f"the canary failed: {answer.get('error')}")

    def serve(self) -> None:
        """Fork on request until the owner goes away, then end everything."""
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
        """Fork a keeper for one request: fds are its channel, the socket for the result, and the caller's own.

        The keeper reads the request, not this process: what one fork is told never is in the memory of
        the next.
        """
        pid = os.fork()
        if pid == 0:
            try:
                supervisor.close_all_but({0, 1, 2, *fds})
                channel = socket.socket(fileno=fds[0])
                request = json.loads(channel.recv(MAX_REQUEST))
                policy = Policy(**request["policy"]) if request["policy"] else None
                supervisor.keep(channel, _child(request, fds[1:], policy), policy, request["private"])
            finally:
                os._exit(1)
        self.keepers.add(pid)
        for fd in fds:
            os.close(fd)

    def reap(self) -> None:
        """Collect keepers that have ended, and kill what a keeper that was killed could not."""
        killed = False
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                # another's child can only be ours where its keeper was killed
                killed |= ended[0] not in self.keepers or os.WIFSIGNALED(ended[1])
                self.keepers.discard(ended[0])
        if killed:
            for pid in supervisor.children(os.getpid()):
                if pid not in self.keepers:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)

    def end(self) -> None:
        """Ask every keeper to end what it keeps, and see that it does."""
        for number, seconds in ((signal.SIGTERM, 10.0), (signal.SIGKILL, 2.0)):
            until = time.monotonic() + seconds
            for pid in self.keepers:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)
            while self.keepers and time.monotonic() < until:
                self.reap()
                time.sleep(0.01)


def _child(request: dict[str, Any], fds: list[int], policy: Policy | None) -> supervisor.Child:
    """Give what the new process does before it is confined, and after."""
    result_fd, *passed = fds
    found: list[Callable[..., Any]] = []

    def before() -> None:
        _silence()
        environment = {"TF_CPP_MIN_LOG_LEVEL": os.environ.get("TF_CPP_MIN_LOG_LEVEL", "0"), **request["env"]}
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(request["cwd"])
        found.append(_find(request["target"]))  # while its file can be read
        _settle(policy)

    def after() -> int:
        return _call(found[0], request["args"], passed, result_fd)

    return supervisor.Child(before, after, tuple(fds))


def _silence() -> None:
    """Read nothing and write nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)


def _settle(policy: Policy | None) -> None:
    """Make the fork what a fresh process is: its own random state, its own path, a collector at work."""
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # `random` reseeds itself after a fork; Keras draws from `random`
    if "matplotlib" in sys.modules and os.environ.get("MPLBACKEND"):
        sys.modules["matplotlib"].rcParams["backend"] = os.environ["MPLBACKEND"]
    own, given = str(Path(__file__).parents[3]), _given_path()
    sys.path[:] = dict.fromkeys([*given, *(path for path in sys.path if path != own or own in given)])
    if policy is not None:
        readable = sandbox.readable_paths(policy)
        sys.path[:] = [p for p in sys.path if sandbox.is_below_any(os.path.realpath(p), readable)]
    gc.enable()


def _given_path() -> list[str]:
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]


def _find(target: str) -> Callable[..., Any]:
    """Give the function named "module:function"."""
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def _call(function: Callable[..., Any], args: dict[str, Any], passed: list[int], result_fd: int) -> int:
    """Call the function and send its value back as JSON, or the error in one line; give the exit status.

    The process then ends at once, whatever threads or functions at exit are left: its work is done.
    """
    try:
        value = function(fds=passed, **args) if passed else function(**args)
        text, status = json.dumps({"value": value}), 0
    except BaseException as error:
        text, status = json.dumps({"error": f"{type(error).__name__}: {error}"}), 1
    with os.fdopen(result_fd, "wb") as pipe:
        pipe.write(text.encode())
    return status


def canary() -> str:
    """Do what hangs where forking is not safe: build and call a layer, draw at random."""
    if "keras" in sys.modules:
        import keras
        import numpy as np

        layer = keras.layers.Dense(2)
        assert np.asarray(layer(np.ones((1, 3), "float32"))).shape == (1, 2)
    return "alive"
