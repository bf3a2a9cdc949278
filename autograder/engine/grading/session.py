"""Grades a notebook with two processes: one runs the student's cells, the other the checks.

`Examine` stands in nbgrader's pipeline where `Execute` stood. It starts the two, keeps them in step, sets limits and
writes down what came of each cell; `exam.py` and `agent.py` are what runs in the two processes.
"""

from __future__ import annotations

import asyncio
import copy
import hashlib
import json
import logging
import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Float, Integer, Unicode

from autograder.engine.execution import checker_pool
from autograder.engine.execution.checker_pool import ExaminerProcess
from autograder.engine.execution.deadline import OutOfTimeError, within
from autograder.engine.execution.student_handle import CandidateProcess, read_outputs
from autograder.engine.grading.outcome import Outcome, Remark
from autograder.engine.isolation.folders import private_folder
from autograder.engine.isolation.policy import Policy
from autograder.engine.notebook.schedule import Plan, Step, make_plan

GRACE = 3.0
"""Seconds that code has to stop in after it was asked to."""
SPARE = 60.0
"""Seconds beyond those of a notebook after which it is stopped from outside, if it has not stopped itself."""
HANG = 2
"""For how many restarts one more a hang counts."""
log = logging.getLogger("autograder")


class Folders:
    """Where the two processes work: copies, so that no link of a student's leads anywhere.

    The examiner takes over what the student's code writes; from there it comes to nbgrader's folder at the end.
    """

    def __init__(self, folder: str) -> None:
        """Copy a folder twice."""
        self.folder = folder
        self.candidate = private_folder(folder)
        self.examiner = private_folder(folder)

    def remove(self) -> None:
        """Bring the new files home, and remove the copies."""
        for path in Path(self.examiner).rglob("*"):
            target = Path(self.folder, path.relative_to(self.examiner))
            if path.is_file() and not path.is_symlink() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        shutil.rmtree(self.candidate, ignore_errors=True)
        shutil.rmtree(self.examiner, ignore_errors=True)


class Examine(Execute):
    """nbgrader's `Execute`, with the student's cells and the checks in two processes."""

    sandboxed = Bool(
        True,
        help="Whether the student's process is shut in. Without, a submission can read and write what you can.",
    ).tag(config=True)
    memory = Integer(2 * 2**30, help="Bytes that the student's process may take.").tag(config=True)
    total_timeout = Float(600.0, help="Seconds that one notebook may take.").tag(config=True)
    max_restarts = Integer(
        12,
        help="How often the student's process is started anew after it died; one that had to be killed since it "
        "did not stop when asked to counts for three.",
    ).tag(config=True)
    max_output = Integer(1_000_000, help="Bytes of output that one cell may have.").tag(config=True)
    source_notebook = Unicode(
        "",
        help="The source notebook; by default the one in nbgrader's source folder, by assignment and name.",
    ).tag(config=True)

    given_source: NotebookNode | None = None
    given_path: list[str] = []  # noqa: RUF012  (replaced, never changed)
    working: tuple[asyncio.AbstractEventLoop, asyncio.Task] | None = None
    stopped = False
    candidate: CandidateProcess | None = None
    examiner: ExaminerProcess | None = None

    # -- nbconvert's door

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict | None = None, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run the notebook's cells and checks; `resources["autograder"]` says how that went."""
        own = copy.copy(self)  # a thread that is left behind keeps what it has in hand
        try:
            return within(self.time_limit, lambda: own.judge(nb, resources, km), own.stop)
        except OutOfTimeError:
            nb = NotebookNode(nb, cells=[NotebookNode(cell) for cell in nb.cells])
            self.record = Outcome(remarks=_remarks(nb))
            self.record.add("notebook", "timed out", self._too_long())
            fail_checks(nb, "CellTimeoutError", self._too_long())
            return nb, self._tell(nb, ResourcesDict() if resources is None else resources, self.time_limit)

    @property
    def time_limit(self) -> float:
        """Seconds after which a notebook is stopped from outside."""
        return self.total_timeout + SPARE

    def judge(
        self, nb: NotebookNode, resources: ResourcesDict | None = None, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Do what `preprocess` does, watched by nobody."""
        language = nb.metadata.get("kernelspec", {}).get("language", "python")
        if language != "python":
            return super().preprocess(nb, resources, km)  # another language: nbgrader's own way
        self.nb, self.resources = nb, ResourcesDict() if resources is None else resources
        self.record = Outcome(remarks=_remarks(nb))
        started = time.monotonic()
        self.deadline = started + self.total_timeout
        try:
            asyncio.run(self._examine(make_plan(nb, self._source(resources))))
        except asyncio.CancelledError:
            self.record.add("notebook", "timed out", self._too_long())
        nb.metadata["language_info"] = {"name": "python"}
        return nb, self._tell(nb, self.resources, time.monotonic() - started)

    def stop(self) -> None:
        """Have `judge` end half way, with what it has; called from another thread."""
        self.stopped = True
        for each in (self.candidate, self.examiner):
            with suppress(Exception):  # it may end at this moment
                each.process.kill()  # type: ignore[union-attr]
        if self.working is not None:
            loop, task = self.working
            with suppress(RuntimeError):  # it has ended
                loop.call_soon_threadsafe(task.cancel)

    def _tell(self, nb: NotebookNode, resources: ResourcesDict, seconds: float) -> ResourcesDict:
        """Put the record into the notebook and into nbconvert's resources, which are returned."""
        self.record.put_into(nb)
        resources["autograder"] = {**asdict(self.record), "seconds": round(seconds, 3)}
        return resources

    def _too_long(self) -> str:
        return f"The notebook took longer than {self.total_timeout:g} s: this did not run."

    def _source(self, resources: Any) -> NotebookNode | None:
        source, self.source_path = self.given_source, self.given_path
        if source is None:
            source, folder = read_source(self, resources, self.source_notebook)
            self.source_path = [folder] if folder else []
        self.purpose = _purpose(source, self.source_path)
        return source

    # -- the two processes

    async def _examine(self, plan: Plan) -> None:
        folder = self.resources.get("metadata", {}).get("path") or os.getcwd()
        self.plan = plan
        self.folders = Folders(folder)
        self.done: list[Step] = []
        self.trouble = False
        self.shown_given: list[tuple[str, str]] = []
        self.strain = 0  # restarts, of which those after a hang count for more: each takes a cell's whole time
        self.number = 0
        try:
            self._clear(plan)
            self.working = asyncio.get_running_loop(), asyncio.current_task()  # type: ignore[assignment]
            if self.stopped:
                raise asyncio.CancelledError
            for steps in _together(plan.steps):
                await self._do(steps)
            if self.candidate and self.done and time.monotonic() < self.deadline:
                await self._checks([Step(-1, "check")])  # an empty one: it fetches the files
        finally:
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                await _ended(task)
            self._leave_examiner()
            self._stop_candidate()
            self.folders.remove()

    def _clear(self, plan: Plan) -> None:
        """Take all outputs away; a check says until its verdict comes that it did not run."""
        for step in plan.steps:
            cell = self.nb.cells[step.index]
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
            if step.run == "check":
                cell.outputs = [_error("CellTimeoutError", self._too_long())]

    async def _do(self, steps: list[Step]) -> None:
        """Run one cell of the student's, or checks that follow each other."""
        while steps:
            if time.monotonic() >= self.deadline:
                return self._fail_all(steps, "timed out", self._too_long())
            if not await self._start_candidate():
                sentence = "The process of this notebook ended too often: this did not run."
                return self._fail_all(steps, "killed", sentence)
            if steps[0].run == "check":
                steps = await self._checks(steps)
            else:
                await self._student_cell(steps[0], self.nb.cells[steps[0].index])
                steps = steps[1:]

    def _fail_all(self, steps: list[Step], what: str, sentence: str) -> None:
        for step in steps:
            self._fail(self.nb.cells[step.index], what, sentence)

    async def _start_candidate(self) -> bool:
        """Have a candidate that has run the cells above; False where that is not to be had."""
        while self.candidate is None:
            if self.strain > self.max_restarts:
                return False
            await self._launch()
            if self.done and not await self._replay():
                self._stop_candidate()
        return True

    async def _launch(self) -> None:
        ours, theirs = socket.socketpair()
        wall = max(1.0, self.deadline - time.monotonic()) + 60
        policy = (
            Policy(folder=self.folders.candidate, memory=self.memory, wall_seconds=wall) if self.sandboxed else None
        )
        with ours, theirs:
            self.candidate = await asyncio.to_thread(
                CandidateProcess, self.folders.candidate, policy, theirs.fileno(), self.max_output
            )
            await self._tell_examiner(ours.fileno())

    async def _tell_examiner(self, fd: int) -> None:
        if self.examiner is None:
            self.examiner = await checker_pool.borrow(self.folders.examiner, self.source_path, self.purpose)
        await self.examiner.ask({"do": "attach"}, (fd,))

    def _leave_examiner(self) -> None:
        """Let go of the examiner; only after a notebook without trouble it may do another."""
        if self.examiner is not None and not self.trouble and not self.record.events:
            checker_pool.give_back(self.examiner)
        elif self.examiner is not None:
            self.examiner.close()
        self.examiner = None

    def _stop_candidate(self) -> None:
        if self.candidate is not None:
            self.candidate.close()
            self.candidate = None

    async def _replay(self) -> bool:
        """Run the cells above once more, in a new candidate."""
        self.record.restarts += 1
        self.strain += 1
        for step in list(self.done):
            scratch = nbformat.v4.new_code_cell(step.source)
            if await self._run(scratch, step) is not None:
                self.done.remove(step)  # it ended well once, and not again: it is left out from now on
                return False
        return True

    # -- one cell

    async def _student_cell(self, step: Step, cell: NotebookNode) -> None:
        problem = await self._run(cell, step)
        if problem is None:
            self.done.append(step)
            return
        what, sentence = problem
        self._fail(cell, what, sentence)

    async def _run(self, cell: NotebookNode, step: Step) -> tuple[str, str] | None:
        """Run a cell in the candidate; (word, sentence) where it had to be stopped or took the process along."""
        assert self.candidate is not None
        limit = self._limit(step)
        running = asyncio.ensure_future(self.candidate.order("run", source=cell.source))
        await asyncio.wait([running], timeout=limit)
        problem = None
        if not running.done():
            problem = ("timed out", f"This cell took longer than {limit:g} s and was stopped.")
            self.candidate.interrupt()
            await asyncio.wait([running], timeout=GRACE)
        if not running.done():
            await _ended(running)
            self.strain += HANG
            self._stop_candidate()
            return problem
        try:
            answer = running.result()
        except OSError:
            problem = problem or await self._death()
            self._stop_candidate()
            return problem
        cell.outputs = read_outputs(answer.get("outputs"))
        cell.execution_count = answer["count"] if type(answer.get("count")) is int else None
        if answer.get("ended"):
            problem = problem or await self._death()
            self._stop_candidate()
        return problem

    async def _death(self) -> tuple[str, str]:
        assert self.candidate is not None
        return "killed", f"The process ended while this cell ran ({await self.candidate.end_reason()})."

    def _limit(self, step: Step) -> float:
        limit = step.timeout or self.timeout or self.total_timeout
        return max(0.1, min(limit, self.deadline - time.monotonic()))

    # -- one check

    async def _checks(self, steps: list[Step]) -> list[Step]:
        """Judge checks that follow each other while the candidate serves; those that another one must serve."""
        assert self.candidate is not None
        first = self.number + 1
        serving = asyncio.ensure_future(self.candidate.order("serve", mark=first))
        verdicts: list[tuple[Step, dict | None, Any]] = []
        whole = True
        for step in steps:
            more = step is not steps[-1]
            verdicts.append((step, *await self._check(step, more, serving)))
            answer = verdicts[-1][1]
            whole = answer is not None and not answer["broken"]
            self.trouble |= not whole or verdicts[-1][2] is not None
            if not whole or (more and serving.done()):
                break
        there = await self._candidate_done(serving)
        if not there and not verdicts[-1][2] and not _passed(verdicts[-1][1]):
            verdicts[-1] = (*verdicts[-1][:2], await self._death())
        shown = serving.result().get("shown") if there else None
        if not there or not whole:
            self.strain += HANG if verdicts[-1][2] else 0
            self._stop_candidate()
        for number, (step, answer, problem) in enumerate(verdicts, first):
            if step.index >= 0:
                outputs = read_outputs(shown.get(str(number)) if type(shown) is dict else None)
                self._write_verdict(self.nb.cells[step.index], outputs, answer, problem)
        return steps[len(verdicts) :]

    def _write_verdict(self, cell: NotebookNode, shown: list[NotebookNode], answer: dict | None, problem: Any) -> None:
        cell.outputs = [each for each in shown if _shows(each)]
        cell.outputs += [nbformat.from_dict(each) for each in (answer or {}).get("outputs", [])]
        if problem:
            self._fail(cell, *problem)

    async def _check(self, step: Step, more: bool, serving: asyncio.Future) -> tuple[dict | None, Any]:
        self.number += 1
        await self._show_given(step.given)
        return await self._wait(asyncio.ensure_future(self._ask_check(step, more)), serving, self._limit(step))

    async def _ask_check(self, step: Step, more: bool) -> dict:
        assert self.examiner is not None
        message = {"do": "check", "source": step.source, "mark": self.number, "more": more}
        return await self.examiner.ask({**message, "names": sorted(step.names), "solutions": self.plan.solutions})

    async def _wait(self, asking: asyncio.Future, serving: asyncio.Future, limit: float) -> tuple[dict | None, Any]:
        """The examiner's answer, and (word, sentence) where the check had to be stopped."""
        assert self.examiner is not None
        problem = None
        await asyncio.wait([asking, serving], timeout=limit, return_when=asyncio.FIRST_COMPLETED)
        if not asking.done() and serving.done():
            await asyncio.wait([asking], timeout=0.2)  # it hears itself that the line is closed
            if not asking.done():
                self.examiner.stop_check("Your code ended the process that it ran in.")
        elif not asking.done():
            problem = (
                "timed out",
                f"Your code took longer than {limit:g} s in this check and was stopped.",
            )
            if self.candidate is not None:
                self.candidate.interrupt()
            await asyncio.wait([asking], timeout=GRACE)
            if not asking.done():
                self.examiner.stop_check(problem[1])
        await asyncio.wait([asking], timeout=GRACE)
        if asking.done() and not asking.exception():
            return asking.result(), problem
        await self._new_examiner(asking)
        await self._candidate_done(serving)
        return None, problem or ("killed", "The check was ended by the values that your code returned.")

    async def _candidate_done(self, serving: asyncio.Future) -> bool:
        """Whether the candidate has come back from serving; one that has not is ended."""
        await asyncio.wait([serving], timeout=GRACE)
        if not serving.done():
            await _ended(serving)
            return False
        return not serving.cancelled() and not serving.exception()

    async def _new_examiner(self, asking: asyncio.Future) -> None:
        await _ended(asking)
        assert self.examiner is not None
        self.examiner.close()
        self.examiner = ExaminerProcess(self.source_path)
        await self.examiner.begin(self.folders.examiner)
        shown, self.shown_given = self.shown_given, []
        await self._show_given(shown)

    async def _show_given(self, given: list[tuple[str, str]]) -> None:
        assert self.examiner is not None
        for name, source in given:
            self.shown_given.append((name, source))
            answer = await asyncio.wait_for(self.examiner.ask({"do": "given", "source": source}), self.total_timeout)
            if answer["error"]:
                self.log.warning("given cell %s fails in the examiner: %s", name, answer["error"])

    # -- what is written down

    def _fail(self, cell: NotebookNode, what: str, sentence: str) -> None:
        cell.outputs = [each for each in cell.outputs if each.output_type != "error"]
        name = "CellTimeoutError" if what == "timed out" else "CellStopped"
        cell.outputs.append(_error(name, sentence))
        self.record.add(str(_name_of(cell)), what, sentence)


async def _ended(task: asyncio.Future) -> None:
    """Cancel a task and wait until it has ended.

    A read that is still pending when its descriptor is closed would be taken for one of the next that has its number,
    which then never wakes.
    """
    task.cancel()
    await asyncio.wait([task])


def fail_checks(nb: NotebookNode, name: str, sentence: str) -> None:
    """Let every check of a notebook have failed with this error."""
    for cell in nb.cells:
        if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell):
            cell.outputs = [_error(name, sentence)]


def _error(name: str, sentence: str) -> NotebookNode:
    return nbformat.v4.new_output("error", ename=name, evalue=sentence, traceback=[f"✗ {sentence}"])


def read_source(owner: Any, resources: Any, path: str = "") -> tuple[NotebookNode | None, str]:
    """The source notebook of a submission and its folder, by nbgrader's `resources`; None where there is none."""
    given = (resources or {}).get("nbgrader", {})
    if not path and given.get("assignment"):
        course = _course_directory(owner)
        folder = course.format_path(course.source_directory, ".", given["assignment"])
        path = os.path.join(folder, f"{given['notebook']}.ipynb")
    if not path or not os.path.exists(path):
        log.info("no source notebook at %s: the checks are those of the gradebook", path)
        return None, ""
    return nbformat.read(path, as_version=4), os.path.abspath(os.path.dirname(path))


def _purpose(source: NotebookNode | None, path: list[str]) -> str | None:
    """A name for what an examiner is told by an assignment; None where the checks come with the notebook."""
    if source is None:
        return None
    told = json.dumps([[cell.source for cell in source.cells], path])
    return hashlib.sha256(told.encode()).hexdigest()


def _course_directory(owner: Any) -> CourseDirectory:
    while owner is not None:
        if isinstance(getattr(owner, "coursedir", None), CourseDirectory):
            return owner.coursedir
        last, owner = owner, owner.parent
    return CourseDirectory(config=last.config)


def _remarks(nb: NotebookNode) -> list[Remark]:
    """Return what was written down on a notebook when it was laid over its source."""
    try:
        return Outcome.of(nb).remarks
    except (KeyError, TypeError, AttributeError):
        return []


def _name_of(cell: NotebookNode) -> Any:
    return cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", "")


def _shows(output: NotebookNode) -> bool:
    return output.output_type == "display_data" or (output.output_type == "stream" and output.name == "stdout")


def _passed(answer: dict | None) -> bool:
    return answer is not None and not any(each["output_type"] == "error" for each in answer["outputs"])


def _together(steps: list[Step]) -> Iterator[list[Step]]:
    """The steps that run, one by one; checks that follow each other together."""
    checks: list[Step] = []
    for step in steps:
        if step.run == "check":
            checks.append(step)
        elif step.run == "student":
            yield checks
            yield [step]
            checks = []
    yield checks
