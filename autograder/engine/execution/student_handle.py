"""The candidate's process as the grader has it: started, given orders, interrupted, ended.

What runs in it is `cells.py`. It may send anything: what it says was shown is read strictly.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
from typing import Any

import msgspec
import nbformat
from nbformat import NotebookNode

from autograder.engine.execution import programs
from autograder.engine.execution.control import Obedient
from autograder.engine.execution.orders import StudentOrder
from autograder.engine.execution.outputs import is_output
from autograder.engine.isolation import fork_client
from autograder.engine.isolation.policy import Policy

OUTPUTS = 10_000
"""How many outputs of one cell are kept."""
STRAYS = 100
"""How many answers to what was not asked are passed over."""


class CandidateProcess(Obedient):
    """A process for one notebook's cells; `fd` is its end of the line to the examiner."""

    def __init__(self, folder: str, policy: Policy | None, fd: int, output: int) -> None:
        """Start it in `folder`, confined where there is a policy; a cell may have `output` bytes of outputs.

        Raises:
            SandboxError: it cannot be confined.
        """
        server = fork_client.find_server(os.environ, policy)
        super().__init__(programs.STUDENT, [fd], server, {"limit": output}, policy, cwd=folder)

    async def order(self, do: str, **content: Any) -> dict:
        """Return what the process answers to an order.

        Raises:
            ConnectionError: The process has ended, or breaks the protocol.
        """
        ticket = secrets.token_hex(8)
        order = msgspec.convert({"do": do, "ticket": ticket, **content}, StudentOrder)
        await self.send(order)
        for _ in range(STRAYS):
            answer = msgspec.to_builtins(await self.next_answer(order))
            if answer["ticket"] == ticket:
                return answer
        raise ConnectionError("the process answers other orders than this one")

    def interrupt(self) -> None:
        """Interrupt what it runs, as Jupyter's button does."""
        with contextlib.suppress(OSError):
            self.process.send_signal(signal.SIGINT)

    async def end_reason(self) -> str:
        """In words, how it came to its end, or that it has not."""
        with contextlib.suppress(Exception):
            await asyncio.to_thread(self.process.wait, 2)
        reason, code = getattr(self.process, "reason", None), self.process.returncode
        words = {
            "memory": "it needed too much memory",
            "cpu": "it used too much CPU time",
            "wall": "it ran too long",
        }
        if reason:
            return words.get(reason, reason)
        if code is None:
            return "it stopped answering"
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def read_outputs(shown: Any) -> list[NotebookNode]:
    """Return the outputs of a cell as a notebook has them, without those that are invalid."""
    outputs = []
    for output in shown[:OUTPUTS] if type(shown) is list else []:
        if is_output(output):
            with contextlib.suppress(RecursionError):
                outputs.append(nbformat.from_dict(output))
    return outputs
