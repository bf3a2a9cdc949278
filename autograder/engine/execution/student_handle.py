"""The grader's handle on the student process: starts it, sends orders, interrupts it, ends it.

`student_process.py` runs in it. The process may send anything, so its outputs are read strictly.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
from collections.abc import Sequence
from typing import Any, TypeVar

import nbformat
from nbformat import NotebookNode

from autograder.engine.execution import programs, warm_up
from autograder.engine.execution.control import Obedient
from autograder.engine.execution.orders import CellRan, ChecksServed, RunCell, ServeChecks, StudentOrder
from autograder.engine.execution.outputs import Allowance
from autograder.engine.isolation.policy import Policy

STRAYS = 100
"""How many answers without an order are skipped."""


StudentAnswer = TypeVar("StudentAnswer", CellRan, ChecksServed)


class StudentProcess(Obedient):
    """A process for one notebook's cells. `fd` is its end of the line to the checker process."""

    runs_students_code = True

    def __init__(
        self, folder: str, policy: Policy | None, fd: int, output: int, preload: Sequence[str] | None = None
    ) -> None:
        """Start it in `folder`, confined if there is a policy. A cell may have `output` bytes of outputs.

        `preload` names the libraries that are imported before the process starts, as in `warm_up.preload_for`.

        Raises:
            SandboxError: the process cannot be confined.
        """
        server = warm_up.find_server(os.environ, policy, preload)
        super().__init__(programs.STUDENT, [fd], server, {"limit": output}, policy, cwd=folder)

    async def run(self, source: str) -> CellRan:
        """Run a cell. Raises ConnectionError as `ask` does."""
        return await self._ask_with_ticket(RunCell(secrets.token_hex(8), source), CellRan)

    async def serve(self, mark: int) -> ChecksServed:
        """Serve the checks, starting with number `mark`. Raises ConnectionError as `ask` does."""
        return await self._ask_with_ticket(ServeChecks(secrets.token_hex(8), mark), ChecksServed)

    async def _ask_with_ticket(self, order: StudentOrder, answer_type: type[StudentAnswer]) -> StudentAnswer:
        """Return the answer to this order. Answers with a different ticket are skipped."""
        answer = await self.ask(order, answer_type)
        for _ in range(STRAYS):
            if answer.ticket == order.ticket:
                return answer
            answer = await self.next_answer(answer_type)
        raise ConnectionError("the process answers orders that it was not given")

    def interrupt(self) -> None:
        """Interrupt the running code, as Jupyter's button does."""
        with contextlib.suppress(OSError):
            self.process.send_signal(signal.SIGINT)

    async def end_reason(self) -> str:
        """Return in words how the process ended, or that it has not ended."""
        with contextlib.suppress(Exception):
            await asyncio.to_thread(self.process.wait, 2)
        reason, code = getattr(self.process, "reason", None), self.process.returncode
        words = {
            "memory": "it needed too much memory",
            "sockets": "it kept too many sockets open",
            "cpu": "it used too much CPU time",
            "wall": "it ran too long",
            "busy": "too many of its processes and threads ran at once",
        }
        if reason:
            return words.get(reason, reason)
        if code is None:
            return "it stopped answering"
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def read_outputs(shown: Any, allowance: Allowance) -> list[NotebookNode]:
    """Return the valid outputs of a cell that the allowance covers, in the form of a notebook."""
    outputs = []
    for output in allowance.keep(shown):
        with contextlib.suppress(RecursionError):
            outputs.append(nbformat.from_dict(output))
    return outputs
