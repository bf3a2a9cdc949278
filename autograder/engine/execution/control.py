"""Orders to a process and its answers, as lines of JSON over a socket. Each order gets one answer."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from autograder.engine.bridge.messages import encode
from autograder.engine.execution.orders import AnswerType, Order, read_answer, read_order
from autograder.engine.execution.warm_up import PROCESS_ENVIRONMENT
from autograder.engine.isolation import process_usage
from autograder.engine.isolation.fork_client import ForkServer
from autograder.engine.isolation.policy import Policy

ANSWER = 2**23
"""Limit on the length of an answer, in bytes."""
TOTAL = 2**26
"""Limit on all that one process sends, in bytes."""

REPORT_SECONDS = 10.0
"""How long the supervisor of a process that has ended may take to say so, on a machine with a lot of other work."""
log = logging.getLogger("autograder")


class Orders:
    """The end in the process that executes orders. It reads them, with the descriptors sent along, and answers."""

    def __init__(self, sock: socket.socket) -> None:
        """Read orders from this socket."""
        self.sock = sock
        self.data = bytearray()
        self.fds: list[int] = []

    def read(self) -> tuple[Order, list[int]] | None:
        """Return the next order and its descriptors, or None once the other end is closed."""
        searched = 0
        while (end := self.data.find(b"\n", searched)) < 0:
            searched = len(self.data)
            data, fds, _, _ = socket.recv_fds(self.sock, 2**20, 4)
            self.fds += fds
            if not data:
                return None
            self.data += data
        line, self.data = bytes(self.data[:end]), self.data[end + 1 :]
        fds, self.fds = self.fds, []
        return read_order(line), fds

    def answer(self, answer: Struct) -> None:
        """Answer the order that was read last."""
        self.sock.sendall(encode(answer) + b"\n")


class Obedient:
    """The grader's end: a process, forked or ordinary, that executes orders, one task at a time.

    Attributes:
        answer_limit: limit on the length of an answer, in bytes.
        runs_students_code: whether code of a student could end the process by itself.
    """

    answer_limit = ANSWER
    runs_students_code = False

    def __init__(
        self,
        program: str,
        fds: Sequence[int] = (),
        server: ForkServer | None = None,
        args: Mapping[str, Any] | None = None,
        sandbox: Policy | None = None,
        cwd: str = "/",
    ) -> None:
        """Start one of `programs`, which gets the line's descriptor and those in `fds`.

        Without a fork server, it starts an ordinary process, which has no sandbox.

        Raises:
            SandboxError: the process cannot be confined.
            NoForkServerError: the server has ended.
        """
        self.sock, theirs = socket.socketpair()
        environment = {**PROCESS_ENVIRONMENT, **os.environ}
        with theirs:
            passed = [theirs.fileno(), *fds]
            if server is None:
                assert sandbox is None
                self.process: Any = _ordinary(program, passed, dict(args or {}), cwd, environment)
            else:
                self.process = server.fork(program, args, passed, sandbox, cwd, environment)
        self.sock.setblocking(False)
        self.data = bytearray()
        self.received = 0  # bytes of this notebook

    async def ask(self, order: Order, answer_type: type[AnswerType], fds: tuple[int, ...] = ()) -> AnswerType:
        """Return the answer of the process to an order.

        Raises:
            ConnectionError: The process has ended, or breaks the protocol.
        """
        await self.send(order, fds)
        return await self.next_answer(answer_type)

    async def send(self, order: Order, fds: tuple[int, ...] = ()) -> None:
        """Send an order together with descriptors."""
        line = encode(order) + b"\n"
        if fds:
            socket.send_fds(self.sock, [line], fds)
        else:
            await asyncio.get_running_loop().sock_sendall(self.sock, line)

    async def next_answer(self, answer_type: type[AnswerType]) -> AnswerType:
        """Return the next answer. Raises ConnectionError as `ask` does."""
        loop = asyncio.get_running_loop()
        searched = 0
        while (end := self.data.find(b"\n", searched)) < 0:
            searched = len(self.data)
            part = await loop.sock_recv(self.sock, 2**18)
            self.received += len(part)
            if not part:
                raise ConnectionError("the process has ended")
            if searched > self.answer_limit or self.received > TOTAL:
                raise ConnectionError("the process sends too much")
            self.data += part
        line, self.data = bytes(self.data[:end]), self.data[end + 1 :]
        try:
            return read_answer(line, answer_type)
        except ValueError as error:
            raise ConnectionError(f"the process sends an invalid answer ({error})") from None

    def ended_from_outside(self) -> bool:
        """Return whether something else than the process, its code and our limits ended it, such as a person.

        The first process of a namespace cannot send this signal to itself.
        """
        with contextlib.suppress(Exception):
            self.process.wait(0.5)
        if self.process.returncode is None and not process_usage.runs(self.process.pid):
            with contextlib.suppress(Exception):
                self.process.wait(REPORT_SECONDS)
        confinement = getattr(self.process, "confinement", None)
        killed = self.process.returncode == -signal.SIGKILL and getattr(self.process, "reason", None) is None
        return killed and (not self.runs_students_code or bool(confinement and confinement.namespaces))

    def close(self) -> None:
        """End the process."""
        self.sock.close()
        with contextlib.suppress(Exception):
            self.process.kill()
            self.process.wait(5)
        result = getattr(self.process, "_result", None)
        if result is not None:
            result.close()


async def cancel(task: asyncio.Future) -> None:
    """Cancel a task and wait until it has ended.

    If a descriptor is closed during a read, the read would count for the next descriptor with this number, which
    would then never wake.
    """
    task.cancel()
    await asyncio.wait([task])


def note_unheard(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log the error of a task that nobody waits for, because its notebook is being stopped."""
    log.debug("while a notebook ended: %s", context["message"], exc_info=context.get("exception"))


def _ordinary(program: str, fds: list[int], args: dict[str, Any], cwd: str, env: dict[str, str]) -> subprocess.Popen:
    root = str(Path(__file__).parents[3])
    env["PYTHONPATH"] = os.pathsep.join([root, env.get("PYTHONPATH", "")])
    module, function = program.split(":")
    code = f"from {module} import {function}; {function}(fds={fds!r}, **{args!r})"
    command, nowhere = [sys.executable, "-P", "-c", code], subprocess.DEVNULL
    return subprocess.Popen(command, pass_fds=fds, cwd=cwd, env=env, stdin=nowhere, stdout=nowhere, stderr=nowhere)
