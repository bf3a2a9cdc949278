"""Runs one notebook in two processes: the student's cells in one, the checks in the other.

The session starts the two, keeps them in step, enforces the limits and records the result of each cell.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import nbformat
from nbformat import NotebookNode

from autograder.engine.execution import checker_pool
from autograder.engine.execution.checker_pool import CheckerProcess
from autograder.engine.execution.control import cancel, note_unheard
from autograder.engine.execution.fair_time import wait_fairly
from autograder.engine.execution.orders import CheckRan
from autograder.engine.execution.outputs import Allowance, is_output
from autograder.engine.execution.student_handle import StudentProcess, read_outputs
from autograder.engine.grading.calibration import NONE, Calibration, move_checks, remark_on_operators, shorten_errors
from autograder.engine.grading.folders import Folders
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Outcome, close_record, error_output
from autograder.engine.grading.steps import CheckResult, Problem, in_groups, is_harmless, order_of, purpose_of, too_long
from autograder.engine.isolation.policy import Policy
from autograder.engine.notebook.markers import name_of
from autograder.engine.notebook.restore import Remark
from autograder.engine.notebook.schedule import GivenCell, Place, Schedule, Step, make_schedule

GRACE = 3.0
"""Seconds that code has to stop after it was asked to."""
HANG = 2
"""Extra restarts that a hang counts for, because each hang takes the whole time of a cell."""
log = logging.getLogger("autograder")


class Session:
    """Grades one notebook, once.

    Args:
        limits: the limits on the notebook.
        policy: how the student process is confined, except for folder, memory and time; None leaves it unconfined.
        import_from: folders of the course from which given cells may import.
        preload: libraries that are imported before the processes start, as in `warm_up.preload_for`.
        calibration: the checks that run in the student's process, and what the student's objects may decide.
    """

    def __init__(
        self,
        limits: Limits,
        policy: Policy | None,
        import_from: Sequence[str] = (),
        preload: Sequence[str] | None = None,
        calibration: Calibration = NONE,
    ) -> None:
        self.calibration = calibration
        self.uses: dict[str, list[str]] = {}  # what the student's objects were asked to decide, by check
        self.limits, self.policy, self.import_from, self.preload = limits, policy, list(import_from), preload
        self.checker_policy = checker_pool.policy_for(policy, limits.notebook_seconds)
        self.nb = NotebookNode()
        self.outcome = Outcome()
        self.schedule = Schedule([])
        self.folders: Folders
        self.deadline = time.monotonic() + limits.last_start
        self.allowance = Allowance(limits.notebook_output_bytes)
        self.student: StudentProcess | None = None
        self.checker: CheckerProcess | None = None
        self.purpose: str | None = None
        self.replayed: list[Step] = []  # the student's cells that succeeded: a new process runs them again
        self.shown: list[GivenCell] = []  # given cells that the checker process has run
        self.mark = 0  # the number of the last check
        self.strain = 0  # restarts, weighted
        self.disturbed = False  # whether something else has ended one of the processes
        self.suspect = False  # whether something may have spoiled the checker process
        self.working: tuple[asyncio.AbstractEventLoop, asyncio.Task] | None = None
        self.stopped = False

    def judge(
        self,
        nb: NotebookNode,
        source: NotebookNode | None,
        folders: Folders,
        remarks: list[Remark] | None = None,
        skipped: frozenset[int] | None = None,
    ) -> Outcome:
        """Run a notebook's cells and checks, write the outputs into its cells and the record into its metadata.

        Args:
            nb: the submission, laid over its source.
            source: the source notebook; None uses the checks in the submission itself.
            folders: where the two processes work.
            remarks: differences from the hand-out, for the record.
            skipped: demonstrations that need not run, as in `make_schedule`.
        """
        started = time.monotonic()
        self.nb, self.folders = nb, folders
        self.outcome = Outcome(remarks=remarks or [])
        self.purpose = purpose_of(source, self.import_from, self.preload, self.checker_policy)
        self.schedule = make_schedule(nb, source, skipped)
        move_checks(self.schedule, nb, self.calibration.together)
        try:
            asyncio.run(self._run_all())
        except (asyncio.CancelledError, TimeoutError):
            self.outcome.add("notebook", "timed out", too_long(self.limits))
        if self.disturbed and not self.stopped:
            self.outcome.outcome, self.outcome.detail = "failed", "something else ended one of its processes"
        shorten_errors(nb, self.calibration.together)
        nb.metadata["language_info"] = {"name": "python"}
        self.outcome.seconds = round(time.monotonic() - started, 3)
        close_record(nb, self.outcome)
        remark_on_operators(self.outcome, self.uses, self.calibration)
        self.outcome.put_into(nb)
        return self.outcome

    def stop(self) -> None:
        """Make `judge` end early with the verdicts so far. Call this from another thread."""
        self.stopped = True
        for process in (self.student, self.checker):
            with suppress(Exception):  # it may end at this moment
                process.process.kill()  # type: ignore[union-attr]
        if self.working is not None:
            loop, task = self.working
            with suppress(RuntimeError):  # it has ended
                loop.call_soon_threadsafe(task.cancel)

    # ---- the whole notebook

    async def _run_all(self) -> None:
        try:
            self._clear()
            self.working = asyncio.get_running_loop(), asyncio.current_task()  # type: ignore[assignment]
            asyncio.get_running_loop().set_exception_handler(note_unheard)
            if self.stopped:
                raise asyncio.CancelledError
            for steps in in_groups(self.schedule.steps):
                await self._run_steps(steps)
            if self.folders.wants_files and self.student and self.replayed and time.monotonic() < self.deadline:
                await self._collect_files()
        finally:
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                await cancel(task)
            self._leave_checker()
            self._stop_student()

    def _clear(self) -> None:
        """Remove all outputs. Until it gets its verdict, a check says that it did not run."""
        for step in self.schedule.steps:
            cell = self.nb.cells[step.index]
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
            if step.place is Place.CHECKER:
                cell.outputs = [error_output("CellTimeoutError", too_long(self.limits))]

    async def _run_steps(self, steps: list[Step]) -> None:
        """Run one of the student's cells, or consecutive checks."""
        while steps:
            problem = await self._prepare_student()
            if problem is not None:
                for step in steps:
                    self._fail(step, problem)
                return
            if steps[0].place is Place.CHECKER:
                steps = await self._run_checks(steps)
            else:
                await self._student_cell(steps[0])
                steps = steps[1:]

    async def _prepare_student(self) -> Problem | None:
        """Make sure that a student process has run the cells above. If there is none, return why."""
        while time.monotonic() < self.deadline:
            if self.student is not None:
                return None
            if self.strain > self.limits.restarts:
                return Problem("killed", "This did not run, because the process of this notebook ended too often.")
            await self._launch()
            if self.replayed and not await self._replay():
                self._stop_student()
        return Problem("timed out", too_long(self.limits))

    def _fail(self, step: Step, problem: Problem) -> None:
        cell = self.nb.cells[step.index]
        name = "CellTimeoutError" if problem.what == "timed out" else "CellStopped"
        cell.outputs = [output for output in cell.outputs if output.output_type != "error"]
        cell.outputs.append(error_output(name, problem.sentence))
        self.outcome.add(name_of(cell), problem.what, problem.sentence)

    def _limit(self, step: Step) -> float:
        """Return the fair time of a step, in seconds; the wall-clock time may be longer."""
        return max(0.1, min(step.timeout or self.limits.cell_seconds, self.deadline - time.monotonic()))

    # ---- the two processes

    async def _launch(self) -> None:
        """Start a student process, and connect the checker process to it."""
        ours, theirs = socket.socketpair()
        folder = self.folders.student
        wall = max(1.0, self.deadline - time.monotonic()) + 60
        policy = self.policy and replace(self.policy, folder=folder, memory=self.limits.memory, wall_seconds=wall)
        with ours, theirs:
            self.student = await asyncio.to_thread(
                StudentProcess, folder, policy, theirs.fileno(), self.limits.output_bytes, self.preload
            )
            if self.checker is None:
                self.checker = await checker_pool.borrow(
                    self.folders.checker, self.import_from, self.purpose, self.preload, self.checker_policy
                )
            await self.checker.attach(ours.fileno())

    async def _replay(self) -> bool:
        """Run the cells above once more in a new process; return whether all of them succeeded."""
        self.outcome.restarts += 1
        self.strain += 1
        for step in list(self.replayed):
            scratch = nbformat.v4.new_code_cell(step.source)
            if await self._run(scratch, step) is not None:
                self.replayed.remove(step)  # it succeeded once but not again, so it is left out from now on
                return False
        return True

    def _stop_student(self) -> None:
        if self.student is not None:
            self.student.close()
            self.student = None

    def _leave_checker(self) -> None:
        """Release the checker process. Only after a notebook without trouble may it serve another."""
        if self.checker is not None and not self.suspect and not self.outcome.events:
            checker_pool.give_back(self.checker)
        elif self.checker is not None:
            self.checker.close()
        self.checker = None

    async def _replace_checker(self, asking: asyncio.Future) -> None:
        """End a checker process that does not answer. The next one runs the given cells first."""
        await cancel(asking)
        assert self.checker is not None
        self.checker.close()
        self.checker = CheckerProcess(self.import_from, preload=self.preload, policy=self.checker_policy)
        await self.checker.begin(self.folders.checker)
        shown, self.shown = self.shown, []
        await self._show_given(shown)

    async def _show_given(self, given: list[GivenCell]) -> None:
        """Make the checker process run given cells."""
        assert self.checker is not None
        for cell in given:
            self.shown.append(cell)
            asking = self.checker.run_given(cell.source)
            error = await asyncio.wait_for(asking, max(0.1, self.deadline - time.monotonic()))
            if error:
                log.warning("given cell %s fails in the checker process: %s", cell.name, error)

    # ---- one cell of the student

    async def _student_cell(self, step: Step) -> None:
        problem = await self._run(self.nb.cells[step.index], step)
        if problem is None:
            self.replayed.append(step)
        else:
            self._fail(step, problem)

    async def _run(self, cell: NotebookNode, step: Step) -> Problem | None:
        """Run a cell in the student process; return why it was stopped, or how it ended the process."""
        assert self.student is not None
        limit = self._limit(step)
        running = asyncio.ensure_future(self.student.run(step.source))
        await wait_fairly([running], [self.student.process.pid], limit, self.deadline)
        problem = None
        if not running.done():
            problem = Problem("timed out", f"This cell took longer than {limit:g} s and was stopped.")
            self.student.interrupt()
            await asyncio.wait([running], timeout=GRACE)
        if not running.done():
            await cancel(running)
            self.strain += HANG
            self._stop_student()
            return problem
        try:
            answer = running.result()
        except OSError:
            ended = True
        else:
            cell.outputs, cell.execution_count = read_outputs(answer.outputs, self.allowance), answer.count
            ended = answer.ended
        if ended:
            problem = problem or await self._death()
            self._stop_student()
        return problem

    async def _death(self) -> Problem:
        assert self.student is not None
        reason = await self.student.end_reason()
        self.disturbed |= self.student.ended_from_outside()
        return Problem("killed", f"The process ended while this cell ran ({reason}).")

    # ---- checks

    async def _run_checks(self, steps: list[Step]) -> list[Step]:
        """Judge consecutive checks; return those for which the student process has to start again."""
        assert self.student is not None
        first = self.mark + 1
        serving = asyncio.ensure_future(self.student.serve(first))
        results: list[CheckResult] = []
        for step in steps:
            more = step is not steps[-1]
            results.append(await self._check(step, more, serving))
            if not results[-1].in_step or (more and serving.done()):
                break
        shown = await self._end_serving(serving, results[-1])
        for mark, result in enumerate(results, first):
            self._write_verdict(result, read_outputs(shown.get(str(mark)), self.allowance))
        return steps[len(results) :]

    async def _end_serving(self, serving: asyncio.Future, last: CheckResult) -> dict:
        """Wait until the student process has returned; return what the student's code showed, by check.

        A process that does not return, or is out of step, is ended.
        """
        back = await self._student_done(serving)
        if not back and last.problem is None and not last.passed:
            last.problem = await self._death()
        if not back or not last.in_step:
            self.strain += HANG if last.problem else 0
            self._stop_student()
        return serving.result().shown if back else {}

    async def _collect_files(self) -> None:
        """Run an empty check, which makes the checker process copy the files that the student's code wrote."""
        assert self.student is not None
        serving = asyncio.ensure_future(self.student.serve(self.mark + 1))
        await self._check(Step(-1, Place.CHECKER), False, serving)
        await self._student_done(serving)
        if self.checker is not None and not self.suspect:
            self.suspect = not await self.checker.keep_files(self.folders.checker, GRACE)

    def _write_verdict(self, result: CheckResult, shown: list[NotebookNode]) -> None:
        cell = self.nb.cells[result.step.index]
        cell.outputs = [output for output in shown if is_harmless(output)]
        cell.outputs += [nbformat.from_dict(output) for output in result.outputs or []]
        if result.problem is not None:
            self._fail(result.step, result.problem)

    async def _check(self, step: Step, more: bool, serving: asyncio.Future) -> CheckResult:
        self.mark += 1
        await self._show_given(step.given)
        result = await self._wait(asyncio.ensure_future(self._ask_check(step, more)), serving, step)
        self.suspect |= not result.in_step or result.problem is not None
        return result

    async def _ask_check(self, step: Step, more: bool) -> CheckRan:
        assert self.checker is not None
        check = name_of(self.nb.cells[step.index]) if step.index >= 0 else ""
        answer = await self.checker.run_check(order_of(step, self.mark, more, self.calibration.permitted(check)))
        if not all(is_output(output) for output in answer.outputs):
            # it cannot be left out, because it may be the error
            raise ConnectionError("the checker process sends an invalid output")
        self.uses[check] = answer.uses
        return answer

    async def _wait(self, asking: asyncio.Future, serving: asyncio.Future, step: Step) -> CheckResult:
        """Wait for the answer of the checker process, and make sure that it comes."""
        assert self.checker is not None
        limit, problem = self._limit(step), None
        pids = [each.process.pid for each in (self.student, self.checker) if each]
        await wait_fairly([asking, serving], pids, limit, self.deadline)
        if not asking.done() and serving.done():
            await asyncio.wait([asking], timeout=0.2)  # it will notice that the line is closed
            if not asking.done():
                self.checker.stop_check("Your code ended the process that it ran in.")
        elif not asking.done():
            problem = Problem("timed out", f"Your code took longer than {limit:g} s in this check and was stopped.")
            if self.student is not None:
                self.student.interrupt()
            await asyncio.wait([asking], timeout=GRACE)
            if not asking.done():
                self.checker.stop_check(problem.sentence)
        await asyncio.wait([asking], timeout=GRACE)
        if asking.done() and not asking.exception():
            answer = asking.result()
            return CheckResult(step, answer.outputs, not answer.broken, problem)
        self.disturbed |= asking.done() and self.checker.ended_from_outside()
        await self._replace_checker(asking)
        await self._student_done(serving)
        ended = Problem("killed", "The check was ended by the values that your code returned.")
        return CheckResult(step, problem=problem or ended)

    async def _student_done(self, serving: asyncio.Future) -> bool:
        """Return whether the student process has returned from serving. Stop waiting after some time."""
        await asyncio.wait([serving], timeout=GRACE)
        if not serving.done():
            await cancel(serving)
            return False
        return not serving.cancelled() and not serving.exception()
