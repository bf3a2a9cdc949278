"""Grades a notebook in one Jupyter kernel, on any system and without the sandbox.

It is for learners who check their own code on their own machine. The code can do everything that they can and could
even change the checks, which does no harm because the points are for the learner alone.
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
from nbclient.util import ensure_async
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
"""Seconds that a kernel has to send the rest of a cell's outputs, or to stop after an interrupt."""
STOPPED = "autograder: the time of the cell is over"
"""Name of the error by which nbclient reports a cell that it interrupted."""
RESTARTS = 3
"""How often a new kernel is started after one has ended."""
ENDED = "The kernel ended while this cell ran. Does your code call `exit()`, or end the process in another way?"
NOT_RUN = "This did not run, because the kernel ended too often. First correct the cells that ended it."

_quiet = logging.getLogger("autograder.kernel")
_quiet.setLevel(logging.CRITICAL)  # nbclient logs each cell that it stops, but our report says it more clearly


class KernelError(AutograderError):
    """This environment cannot start a Jupyter kernel. The message says what to do."""


def grade_in_one_kernel(
    nb: NotebookNode, source: NotebookNode, files: Mapping[str, bytes], limits: Limits
) -> GradedNotebook:
    """Grade a notebook with the checks of its source.

    Args:
        nb: the learner's notebook, as `read_notebook` returns it. It is not changed.
        source: the source notebook with hidden checks and solutions.
        files: other files of the assignment, by relative name. The cells run beside copies of them.
        limits: the time limits of a cell and of the notebook. Given cells may use the time of the whole notebook.

    Raises:
        KernelError: no kernel starts.
    """
    started = time.monotonic()
    nb, remarks = restore(nb, source)
    outcome = Outcome(remarks=remarks)
    with TemporaryDirectory(prefix="autograder-check-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch, "notebook")
        folder.mkdir()
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        # Windows needs this loop, because its default loop cannot use a kernel's sockets
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            runner.run(_Run(nb, outcome, limits, folder).run_all(make_schedule(nb, source).steps))
    outcome.seconds = round(time.monotonic() - started, 3)
    return close_record(nb, outcome)


class _Client(NotebookClient):
    """nbclient's client without printed text, because text earns no points and a loop may print without end."""

    def output(self, outs: list[NotebookNode], msg: dict[str, Any], *place: Any) -> NotebookNode | None:
        """Keep an output of a cell, unless it is printed text."""
        return None if msg["msg_type"] == "stream" else super().output(outs, msg, *place)


class _Run:
    """One run through the cells of a notebook. If the kernel ends, a new one continues."""

    def __init__(self, nb: NotebookNode, outcome: Outcome, limits: Limits, folder: Path) -> None:
        self.nb, self.outcome, self.limits, self.folder = nb, outcome, limits, folder
        self.deadline = time.monotonic() + limits.notebook_seconds
        self.client: NotebookClient | None = None
        self.kernels = 0  # how many were started
        self.reply: dict[str, Any] = {}
        self.replayed: list[Step] = []  # the learner's cells that succeeded: a new kernel runs them again

    async def run_all(self, steps: list[Step]) -> None:
        """Run the cells, except demonstrations that nothing needs."""
        try:
            for step in steps:
                if step.place is not Place.NOWHERE:
                    await self._run_step(step)
        finally:
            await self._stop_kernel()

    async def _run_step(self, step: Step) -> None:
        cell = self.nb.cells[step.index]
        if not await self._prepare_kernel():
            problem: Problem | None = Problem("killed", NOT_RUN)
        elif time.monotonic() >= self.deadline:
            problem = Problem("timed out", too_long(self.limits))
        else:
            problem = await self._run_cell(step)
        if problem is not None:
            name = "CellTimeoutError" if problem.what == "timed out" else "CellStopped"
            kept = [output for output in cell.outputs if output.output_type != "error"]
            cell.outputs = [*kept, error_output(name, problem.sentence)]
            self.outcome.add(name_of(cell), problem.what, problem.sentence)
        elif step.place is Place.STUDENT:
            self.replayed.append(step)

    async def _run_cell(self, step: Step) -> Problem | None:
        """Run a cell; return why it was stopped, or how it ended the kernel."""
        assert self.client is not None
        cell = self.nb.cells[step.index]
        usual = self.limits.notebook_seconds if role_of(cell) is Role.GIVEN else self.limits.cell_seconds
        limit = max(1, math.ceil(min(step.timeout or usual, self.deadline - time.monotonic())))
        self.client.timeout = limit
        stopped = Problem("timed out", f"This cell took longer than {limit} s and was stopped.")
        try:
            await self.client.async_execute_cell(cell, step.index)
        except CellTimeoutError:  # it kept running after the interrupt
            await self._stop_kernel()
            return stopped
        except DeadKernelError:
            if (task := asyncio.current_task()) and task.cancelling():  # this is how nbclient reports Ctrl-C
                raise asyncio.CancelledError from None
            await self._stop_kernel()
            return Problem("killed", ENDED)
        if any(payload.get("source") == "ask_exit" for payload in self.reply.get("payload", [])):
            await self._stop_kernel()  # it is about to end
            return Problem("killed", ENDED)
        return stopped if self.reply.get("ename") == STOPPED else None

    async def _prepare_kernel(self) -> bool:
        """Make sure that a kernel has run the cells above. Return False if kernels ended too often."""
        while self.client is None:
            if self.kernels > RESTARTS:
                return False
            await self._start_kernel()
            for step in self.replayed:
                if await self._run_cell(step) is not None:
                    await self._stop_kernel()
                    self.replayed.remove(step)  # it succeeded once but not again, so it is left out from now on
                    break
        return True

    async def _start_kernel(self) -> None:
        self.kernels += 1
        self.outcome.restarts = self.kernels - 1
        # without folders it uses this environment's own kernel, even if the user has installed another as python3
        specs = KernelSpecManager(kernel_dirs=[], log=_quiet)
        self.client = _Client(
            self.nb,
            km=AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs, log=_quiet),
            allow_errors=True,
            interrupt_on_timeout=True,
            error_on_timeout={"ename": STOPPED, "evalue": "", "traceback": []},
            iopub_timeout=GRACE,
            raise_on_iopub_timeout=True,
            record_timing=False,
            on_cell_executed=self._note_reply,
            log=_quiet,
        )
        variables = {name: value for library in SUPPORTED for name, value in library.environment.items()}
        variables |= {name: value for library in SUPPORTED for name, value in library.process_environment.items()}
        variables |= {**os.environ, "IPYTHONDIR": str(self.folder.parent / "ipython")}
        nowhere = subprocess.DEVNULL
        try:
            await self.client.async_start_new_kernel(
                cwd=str(self.folder), env=variables, stdout=nowhere, stderr=nowhere
            )
            await self.client.async_start_new_kernel_client()
        except (OSError, RuntimeError) as error:
            raise KernelError(
                f"No Jupyter kernel starts in this environment ({error}). Run `make setup` again, or install "
                "ipykernel again."
            ) from error

    async def _stop_kernel(self) -> None:
        """End the kernel, if there is one; the next cell gets a new one."""
        client, self.client = self.client, None
        if client is not None:
            if client.kc is not None:
                client.kc.stop_channels()
            if client.km is not None:
                await ensure_async(client.km.shutdown_kernel(now=True))

    def _note_reply(self, cell: NotebookNode, cell_index: int, execute_reply: dict[str, Any]) -> None:
        self.reply = execute_reply["content"]
