"""Orders to a process and its answers, as lines of JSON over a socket. Each order gets one answer."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.engine.bridge.messages import encode
from autograder.engine.execution.orders import Answer, AnswerType, Order, read_answer, read_order
from autograder.engine.execution.warm_up import PROCESS_ENVIRONMENT
from autograder.engine.isolation.fork_client import ForkServer
from autograder.engine.isolation.policy import Policy

ANSWER = 2**24
"""Limit on the length of an answer, in bytes."""


class Orders:
    """The end in the process that executes orders. It reads them, with the descriptors sent along, and answers."""

    def __init__(self, sock: socket.socket) -> None:
        """Read orders from this socket."""
        self.sock = sock
        self.data = b""
        self.fds: list[int] = []

    def read(self) -> tuple[Order, list[int]] | None:
        """Return the next order and its descriptors, or None once the other end is closed."""
        while b"\n" not in self.data:
            data, fds, _, _ = socket.recv_fds(self.sock, 2**20, 4)
            self.fds += fds
            if not data:
                return None
            self.data += data
        line, _, self.data = self.data.partition(b"\n")
        fds, self.fds = self.fds, []
        return read_order(line), fds

    def answer(self, answer: Answer) -> None:
        """Answer the order that was read last."""
        self.sock.sendall(encode(answer) + b"\n")


class Obedient:
    """The grader's end: a process, forked or ordinary, that executes orders, one task at a time."""

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
        self.data = b""

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
        while b"\n" not in self.data:
            part = await loop.sock_recv(self.sock, 2**18)
            if not part or len(self.data) > ANSWER:
                raise ConnectionError("the process has ended")
            self.data += part
        line, _, self.data = self.data.partition(b"\n")
        try:
            return read_answer(line, answer_type)
        except ValueError as error:
            raise ConnectionError(f"the process sends an invalid answer ({error})") from None

    def close(self) -> None:
        """End the process."""
        self.sock.close()
        with contextlib.suppress(Exception):
            self.process.kill()
            self.process.wait(5)
        result = getattr(self.process, "_result", None)
        if result is not None:
            result.close()


def _ordinary(program: str, fds: list[int], args: dict[str, Any], cwd: str, env: dict[str, str]) -> subprocess.Popen:
    root = str(Path(__file__).parents[3])
    env["PYTHONPATH"] = os.pathsep.join([root, env.get("PYTHONPATH", "")])
    module, function = program.split(":")
    code = f"from {module} import {function}; {function}(fds={fds!r}, **{args!r})"
    command, nowhere = [sys.executable, "-P", "-c", code], subprocess.DEVNULL
    return subprocess.Popen(command, pass_fds=fds, cwd=cwd, env=env, stdin=nowhere, stdout=nowhere, stderr=nowhere)
