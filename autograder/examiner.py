"""Grades a notebook with two processes: one runs the student's cells, the other the checks.

`Examine` stands in nbgrader's pipeline where `Execute` stood. It starts the two, keeps them in step, sets limits and
writes down what came of each cell; `exam.py` and `agent.py` are what runs in the two processes.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import logging
import os
import shutil
import socket
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

import nbformat
import zmq
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from traitlets import Bool, Float, Integer, Unicode

from autograder import examiners, kernels
from autograder.agent import MARK
from autograder.examiners import ONE_THREAD, ExaminerProcess
from autograder.plan import Plan, Step, make_plan
from autograder.sandbox import Policy, private_folder

SERVE = "__import__('autograder.agent', fromlist=['serve']).serve(__import__('IPython').get_ipython().user_ns, {})"
SETUP = "autograder.agent:setup"
GRACE = 3.0
"""Seconds that code has to stop in after it was asked to."""
log = logging.getLogger("autograder")


@dataclass
class Event:
    """What happened to a cell, beyond what its outputs say: `what` in a word, `sentence` for people."""

    cell: str
    what: str
    sentence: str


@dataclass
class Record:
    """How a notebook was graded: the outcome in a word, what led to it, and what it took."""

    outcome: str = "graded"
    events: list[Event] = field(default_factory=list)
    seconds: float = 0.0
    restarts: int = 0

    def add(self, cell: str, what: str, sentence: str) -> None:
        """Write down an event; the first that is more than a remark gives the outcome."""
        self.events.append(Event(cell, what, sentence))
        if self.outcome == "graded":
            self.outcome = what

    def as_dict(self) -> dict[str, Any]:
        """The record as plain data for JSON."""
        return asdict(self)


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
    max_restarts = Integer(12, help="How often the student's process is started anew after it died.").tag(config=True)
    max_output = Integer(1_000_000, help="Bytes of output that one cell may have.").tag(config=True)
    source_notebook = Unicode(
        "",
        help="The source notebook; by default the one in nbgrader's source folder, by assignment and name.",
    ).tag(config=True)
    interrupt_on_timeout = Bool(True, help=Execute.interrupt_on_timeout.help).tag(config=True)
    raise_on_iopub_timeout = Bool(
        False, help=dedent("Whether outputs that come late are an error; the grader goes on without them.")
    ).tag(config=True)

    given_source: NotebookNode | None = None
    given_path: list[str] = []  # noqa: RUF012  (replaced, never changed)

    # -- nbconvert's door

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict | None = None, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run the notebook's cells and checks; `resources["autograder"]` says how that went."""
        language = nb.metadata.get("kernelspec", {}).get("language", "python")
        if language != "python":
            return super().preprocess(nb, resources, km)  # another language: nbgrader's own way
        NotebookClient.__init__(self, nb, km)
        self.reset_execution_trackers()
        self._check_assign_resources(resources)
        self.record = Record()
        started = time.monotonic()
        self.deadline = started + self.total_timeout
        run_sync(self._examine)(make_plan(nb, self._source(resources)))
        self.record.seconds = round(time.monotonic() - started, 3)
        nb.metadata["language_info"] = {"name": "python"}
        # without the time, so that grading twice gives one file
        told = {key: each for key, each in self.record.as_dict().items() if key != "seconds"}
        nb.metadata["autograder"] = {**nb.metadata.get("autograder", {}), **told}
        if resources is not None:
            resources["autograder"] = self.record.as_dict()
        return nb, self.resources

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
        self.examiner: ExaminerProcess | None = None
        self.trouble = False
        self.shown_given: list[tuple[str, str]] = []
        self.alive = False
        self.number = 0
        try:
            for cell in self.nb.cells:
                if cell.cell_type == "code":
                    cell.outputs, cell.execution_count = [], None
            for steps in _together(plan.steps):
                await self._do(steps)
            if self.alive and self.done and time.monotonic() < self.deadline:
                await self._checks([Step(-1, "check")])  # an empty one: it fetches the files
        finally:
            self._leave_examiner()
            await self._stop_candidate()
            self.folders.remove()

    async def _do(self, steps: list[Step]) -> None:
        """Run one cell of the student's, or checks that follow each other."""
        while steps:
            if time.monotonic() >= self.deadline:
                sentence = f"The notebook took longer than {self.total_timeout:g} s: this did not run."
                return self._fail_all(steps, "timed out", sentence)
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
        while not self.alive:
            if self.record.restarts > self.max_restarts:
                return False
            await self._launch()
            if not self.alive:
                return False
            if self.done and not await self._replay():
                await self._stop_candidate()
        return True

    async def _launch(self) -> None:
        ours, theirs = socket.socketpair()
        wall = max(1.0, self.deadline - time.monotonic()) + 60
        policy = (
            Policy(folder=self.folders.candidate, memory=self.memory, wall_seconds=wall) if self.sandboxed else None
        )
        environment = {**ONE_THREAD, **os.environ, "AUTOGRADER_FDS": str(theirs.fileno())}
        with ours, theirs:
            self.km = kernels.kernel_manager(sandbox=policy, setup=SETUP)
            await self.km.start_kernel(
                cwd=self.folders.candidate,
                pass_fds=[theirs.fileno()],
                env=environment,
                extra_arguments=["--HistoryManager.hist_file=:memory:"],
            )
            theirs.close()
            self.kc = self.km.client()
            self.kc.context.setsockopt(zmq.MAXMSGSIZE, 4 * self.max_output)
            self.kc.start_channels()
            self.kc.allow_stdin = False
            await self.kc.wait_for_ready(timeout=self.startup_timeout)
            await self._tell_examiner(ours.fileno())
        self.alive = True

    async def _tell_examiner(self, fd: int) -> None:
        if self.examiner is None:
            self.examiner = await examiners.borrow(self.folders.examiner, self.source_path, self.purpose)
        await self.examiner.ask({"do": "attach"}, (fd,))

    def _leave_examiner(self) -> None:
        """Let go of the examiner; only after a notebook without trouble it may do another."""
        if self.examiner is not None and not self.trouble and not self.record.events:
            examiners.give_back(self.examiner)
        elif self.examiner is not None:
            self.examiner.close()
        self.examiner = None

    async def _stop_candidate(self) -> None:
        self.alive = False
        if self.kc is not None:
            self.kc.stop_channels()
            self.kc = None  # type: ignore[assignment]
        if self.km is not None:
            with contextlib.suppress(Exception):
                await self.km.shutdown_kernel(now=True)
            with contextlib.suppress(Exception):
                await self.km.cleanup_resources()
            self.km = None  # type: ignore[assignment]

    async def _replay(self) -> bool:
        """Run the cells above once more, in a new candidate."""
        self.record.restarts += 1
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
        self.limit = self._limit(step)
        self.written = 0
        try:
            await self._execute(cell, step.index)
        except DeadKernelError:
            problem = await self._death()
        except CellTimeoutError:
            problem = ("timed out", f"This cell took longer than {self.limit:g} s.")
        except Exception as error:
            self.log.warning("cell %s: %s: %s", cell.get("id"), type(error).__name__, error)
            problem = ("killed", "The process of this notebook stopped answering while this cell ran.")
        else:
            if not self.overrun:
                return None
            problem = ("timed out", f"This cell took longer than {self.limit:g} s and was stopped.")
            if await self._answers():
                return problem
        await self._stop_candidate()
        return problem

    async def _execute(self, cell: NotebookNode, index: int) -> None:
        self.overrun = False
        original = self.nb.cells[index]
        try:
            await super().async_execute_cell(cell, index, store_history=True)
        finally:
            self.nb.cells[index] = original  # nbclient puts the cell that it ran there

    async def _answers(self) -> bool:
        """Whether the candidate is there again after an interrupt."""
        assert self.kc is not None
        try:
            until = time.monotonic() + GRACE
            message = self.kc.kernel_info()
            while True:
                reply = await self.kc.shell_channel.get_msg(timeout=max(0.0, until - time.monotonic()))
                if reply["parent_header"].get("msg_id") == message:
                    return True
        except Exception:
            return False

    async def _death(self) -> tuple[str, str]:
        reason = _reason(self.km)
        return "killed", f"The process ended while this cell ran ({reason})."

    def _limit(self, step: Step) -> float:
        limit = step.timeout or self.timeout or self.total_timeout
        return max(0.1, min(limit, self.deadline - time.monotonic()))

    def _get_timeout(self, cell: NotebookNode | None) -> Any:
        if cell is not None and cell.metadata.get(MARK) is SERVE:
            return None  # the check has the limit
        return self.limit

    async def _async_handle_timeout(self, timeout: int, cell: NotebookNode | None = None) -> Any:
        self.overrun = True
        return await super()._async_handle_timeout(timeout, cell)

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        """As nbclient does, up to a limit; widgets and what updates other cells' outputs are left out."""
        kind = msg["msg_type"]
        if kind.startswith("comm") or kind in ("update_display_data", "clear_output"):
            return None
        if kind == "display_data" and MARK in msg["content"].get("metadata", {}):
            self.written = 0  # the limit is one for each check
        if kind in ("stream", "display_data", "execute_result", "error"):
            size = len(json.dumps(msg["content"], default=str))
            self.written += size
            if self.written > self.max_output:
                if self.written - size <= self.max_output:
                    cell.outputs.append(_text(f"\n… more than {self.max_output:,} bytes of output: cut here\n"))
                return None
        return super().process_message(msg, cell, cell_index)

    # -- one check

    async def _checks(self, steps: list[Step]) -> list[Step]:
        """Judge checks that follow each other while the candidate serves; those that another one must serve."""
        first = self.number + 1
        self.written = 0
        scratch = nbformat.v4.new_code_cell(SERVE.format(first), metadata={MARK: SERVE})
        serving = asyncio.ensure_future(self._execute(scratch, steps[0].index))
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
        if not there or not whole:
            await self._stop_candidate()
        shown = _by_mark(scratch.get("outputs", []))
        for number, (step, answer, problem) in enumerate(verdicts, first):
            if step.index >= 0:
                self._write_verdict(self.nb.cells[step.index], shown.get(number, []), answer, problem)
        return steps[len(verdicts) :]

    def _write_verdict(self, cell: NotebookNode, shown: list[NotebookNode], answer: dict | None, problem: Any) -> None:
        cell.outputs = [each for each in shown if _shows(each)]
        cell.outputs += [nbformat.from_dict(each) for each in (answer or {}).get("outputs", [])]
        if problem:
            self._fail(cell, *problem)

    async def _check(self, step: Step, more: bool, serving: asyncio.Future) -> tuple[dict | None, Any]:
        self.limit = self._limit(step)
        self.number += 1
        await self._show_given(step.given)
        return await self._wait(asyncio.ensure_future(self._ask_check(step, more)), serving)

    async def _ask_check(self, step: Step, more: bool) -> dict:
        assert self.examiner is not None
        message = {"do": "check", "source": step.source, "mark": self.number, "more": more}
        return await self.examiner.ask({**message, "names": sorted(step.names), "solutions": self.plan.solutions})

    async def _wait(self, asking: asyncio.Future, serving: asyncio.Future) -> tuple[dict | None, Any]:
        """The examiner's answer, and (word, sentence) where the check had to be stopped."""
        assert self.examiner is not None
        problem = None
        await asyncio.wait([asking, serving], timeout=self.limit, return_when=asyncio.FIRST_COMPLETED)
        if not asking.done() and serving.done():
            await asyncio.wait([asking], timeout=0.2)  # it hears itself that the line is closed
            if not asking.done():
                self.examiner.stop_check("Your code ended the process that it ran in.")
        elif not asking.done():
            problem = (
                "timed out",
                f"Your code took longer than {self.limit:g} s in this check and was stopped.",
            )
            with contextlib.suppress(Exception):
                await self.km.interrupt_kernel()  # type: ignore[union-attr]
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
        await asyncio.wait([serving], timeout=GRACE)
        if not serving.done() and self.km is not None:
            with contextlib.suppress(Exception):
                await self.km.shutdown_kernel(now=True)
            await asyncio.wait([serving], timeout=GRACE)  # nbclient looks every second whether the kernel lives
        if not serving.done():
            serving.cancel()
            await asyncio.wait([serving], timeout=1)
            return False
        return not serving.cancelled() and not serving.exception()

    async def _new_examiner(self, asking: asyncio.Future) -> None:
        asking.cancel()
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
        cell.outputs.append(nbformat.v4.new_output("error", ename=name, evalue=sentence, traceback=[f"✗ {sentence}"]))
        self.record.add(str(_name_of(cell)), what, sentence)


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


def _by_mark(outputs: list[NotebookNode]) -> dict[int, list[NotebookNode]]:
    """The outputs of a row of checks, by the number of the check."""
    found: dict[int, list[NotebookNode]] = {}
    number = 0
    for output in outputs:
        mark = output.get("metadata", {}).get(MARK)
        if isinstance(mark, int) and output.output_type == "display_data":
            number = mark
        else:
            found.setdefault(number, []).append(output)
    return found


def _text(text: str) -> NotebookNode:
    return nbformat.v4.new_output("stream", name="stdout", text=text)


def _reason(km: Any) -> str:
    process = getattr(getattr(km, "provisioner", None), "process", None)
    reason, code = getattr(process, "reason", None), getattr(process, "returncode", None)
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
