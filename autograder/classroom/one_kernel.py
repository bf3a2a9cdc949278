"""Grades a notebook in one Jupyter kernel, on any system and without the sandbox.

It is for learners who check their own code on their own machine. The code can do everything that they can, and it
could change the checks; the points are the learner's own business.
"""

from __future__ import annotations

import asyncio
import logging
import math
import os
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from autograder.engine.errors import AutograderError
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import GradedNotebook, Outcome, close_record, error_output
from autograder.engine.grading.steps import Problem, too_long
from autograder.engine.libraries import SUPPORTED
from autograder.engine.notebook.markers import Role, name_of, role_of
from autograder.engine.notebook.restore import restore
from autograder.engine.notebook.schedule import Place, Step, make_schedule

GRACE = 10
"""Seconds in which a kernel may send the rest of a cell's outputs, or stop after an interrupt."""
STOPPED = "autograder: the time of the cell is over"
"""Name of the error by which nbclient reports a cell that it interrupted."""
ENDED = "The kernel ended before this cell did: does your code call `exit()`, or end the process in another way?"
NOT_RUN = "This did not run, because the kernel had ended before: correct the cell that ended it first."

_quiet = logging.getLogger("autograder.kernel")
_quiet.setLevel(logging.CRITICAL)  # nbclient logs each cell that it stops; our report says so in better words


class KernelError(AutograderError):
    """This environment starts no Jupyter kernel; the message says what to do."""


def grade_in_one_kernel(
    nb: NotebookNode, source: NotebookNode, files: Mapping[str, bytes], limits: Limits
) -> GradedNotebook:
    """Grade a notebook with the checks of its source.

    Args:
        nb: the learner's notebook, as `read_notebook` returns it; it stays as it is.
        source: the source notebook with hidden checks and solutions.
        files: other files of the assignment, by relative name. The cells run in a copy of them.
        limits: the time of a cell and of the notebook; given cells may take the time of the whole notebook.

    Raises:
        KernelError: no kernel starts.
    """
    started = time.monotonic()
    nb, remarks = restore(nb, source)
    outcome = Outcome(remarks=remarks)
    with TemporaryDirectory(prefix="autograder-check-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch, "notebook")
        for name, content in {".": b"", **files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path != folder:
                path.write_bytes(content)
        # Windows needs this loop, because its own one does not know the sockets of a kernel
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            runner.run(_Run(nb, outcome, limits).run_all(make_schedule(nb, source).steps, folder))
    outcome.seconds = round(time.monotonic() - started, 3)
    return close_record(nb, outcome)


class _Client(NotebookClient):
    """nbclient's client, without printed text: it gives no points, and a loop may print without end."""

    def output(self, outs: list[NotebookNode], msg: dict[str, Any], *place: Any) -> NotebookNode | None:
        """Keep an output of a cell, unless it is printed text."""
        return None if msg["msg_type"] == "stream" else super().output(outs, msg, *place)


class _Run:
    """One run through the cells of a notebook."""

    def __init__(self, nb: NotebookNode, outcome: Outcome, limits: Limits) -> None:
        self.nb, self.outcome, self.limits = nb, outcome, limits
        self.deadline = time.monotonic() + limits.notebook_seconds
        self.ended = False  # whether the kernel has
        self.reply: dict[str, Any] = {}
        # without folders it takes this environment's own kernel, whatever the user has installed as python3
        specs = KernelSpecManager(kernel_dirs=[], log=_quiet)
        self.kernel = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs, log=_quiet)
        self.client = _Client(
            nb,
            km=self.kernel,
            allow_errors=True,
            interrupt_on_timeout=True,
            error_on_timeout={"ename": STOPPED, "evalue": "", "traceback": []},
            iopub_timeout=GRACE,
            raise_on_iopub_timeout=True,
            record_timing=False,
            on_cell_executed=self._note_reply,
            log=_quiet,
        )

    def _note_reply(self, cell: NotebookNode, cell_index: int, execute_reply: dict[str, Any]) -> None:
        self.reply = execute_reply["content"]

    async def run_all(self, steps: list[Step], folder: Path) -> None:
        """Run the cells in `folder`; demonstrations that nothing needs are left out."""
        variables = {name: value for library in SUPPORTED for name, value in library.environment.items()}
        variables |= {name: value for library in SUPPORTED for name, value in library.process_environment.items()}
        variables |= {**os.environ, "IPYTHONDIR": str(folder.parent / "ipython")}
        nowhere = subprocess.DEVNULL
        try:
            await self.client.async_start_new_kernel(cwd=str(folder), env=variables, stdout=nowhere, stderr=nowhere)
            await self.client.async_start_new_kernel_client()
        except (OSError, RuntimeError) as error:
            raise KernelError(
                f"No Jupyter kernel starts in this environment ({error}). Run `make setup` again, or reinstall ipykernel."
            ) from error
        try:
            for step in steps:
                if step.place is not Place.NOWHERE:
                    await self._run_cell(step)
        finally:
            if self.client.kc is not None:
                self.client.kc.stop_channels()
            await self.kernel.shutdown_kernel(now=True)

    async def _run_cell(self, step: Step) -> None:
        cell = self.nb.cells[step.index]
        left = self.deadline - time.monotonic()
        usual = self.limits.notebook_seconds if role_of(cell) is Role.GIVEN else self.limits.cell_seconds
        limit = min(step.timeout or usual, left)
        if self.ended:
            _fail(cell, "CellStopped", NOT_RUN)
        elif left <= 0:
            self._stopped(cell, Problem("timed out", too_long(self.limits)))
        elif (problem := await self._problem(cell, step.index, limit)) is not None:
            self._stopped(cell, problem)

    async def _problem(self, cell: NotebookNode, index: int, limit: float) -> Problem | None:
        """Run a cell; return why it was stopped, or how it ended the kernel."""
        self.client.timeout = max(1, math.ceil(limit))
        stopped = Problem("timed out", f"This cell took longer than {limit:.3g} s and was stopped.")
        try:
            await self.client.async_execute_cell(cell, index)
        except DeadKernelError:
            if (task := asyncio.current_task()) and task.cancelling():  # Ctrl-C, which nbclient reports like this
                raise asyncio.CancelledError from None
            self.ended = True
            return Problem("killed", ENDED)
        except CellTimeoutError:  # it goes on after the interrupt
            self.ended = True
            return stopped
        return stopped if self.reply.get("ename") == STOPPED else None

    def _stopped(self, cell: NotebookNode, problem: Problem) -> None:
        _fail(cell, "CellTimeoutError" if problem.what == "timed out" else "CellStopped", problem.sentence)
        self.outcome.add(name_of(cell), problem.what, problem.sentence)


def _fail(cell: NotebookNode, name: str, sentence: str) -> None:
    kept = [output for output in cell.get("outputs", []) if output.output_type != "error"]
    cell.outputs = [*kept, error_output(name, sentence)]
