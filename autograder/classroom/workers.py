"""Distributes submissions over workers. A submission is a row of jobs, one for each notebook, and jobs are plain data.

The workers are threads of this process, which wait for the processes that do the work, or the workers of a running Dask
cluster. A job contains everything that it needs, so the workers need not share a disk with the command.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode

from autograder.classroom.contents import ChangedError, Content, digest_of, load
from autograder.engine.errors import AutograderError
from autograder.engine.execution import checker_pool, warm_up
from autograder.engine.fingerprint import differences, fingerprint
from autograder.engine.grading.calibration import NONE, Calibration
from autograder.engine.grading.grader import CONFINED, NotebookGrader, SubmittedEditionError, nothing_graded
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Ending
from autograder.engine.isolation import fork_client
from autograder.engine.notebook.regions import Marks, use_marks

if TYPE_CHECKING:
    from distributed import Client

log = logging.getLogger("autograder")
ATTEMPTS = 3
"""How often a worker tries to grade a submission."""
AHEAD = 64
"""How many jobs a cluster has at once."""
RETRIES = 2
"""How often a job is tried again after its worker was lost."""
QUIET_SECONDS = 30.0
"""How long no job ends before the cluster is asked whether it still has a worker."""


class SchedulerError(AutograderError):
    """No Dask scheduler can be used. The message says what to do."""


@dataclass(frozen=True)
class Job:
    """One notebook to grade.

    Attributes:
        data: the submission, which may still be on the disk.
        source: the source notebook as text.
        files: the course's files beside it, by relative name.
        settings: how to grade.
        handed_in: the student's files beside the submission, by relative name.
        problem: why there is nothing to grade, or an empty text.
    """

    data: Content
    source: str
    files: dict[str, bytes] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    handed_in: Mapping[str, Content] = field(default_factory=dict)
    problem: str = ""

    def load(self) -> tuple[bytes, dict[str, bytes]]:
        """Return the bytes of the submission, and those of the files beside it.

        Raises:
            ChangedError: the submission was changed after its key was computed.
        """
        return load(self.data), {name: load(content) for name, content in self.handed_in.items()}

    def with_bytes(self) -> Job:
        """Return the same job with everything in memory. Raises as `load` does."""
        data, handed_in = self.load()
        return replace(self, data=data, handed_in=handed_in)


def key_of(job: Job) -> str:
    """Return a hash of everything that the result of a job depends on."""
    digest = hashlib.sha256(digest_of(job.data).encode())
    files, handed_in = (
        sorted((name, digest_of(content)) for name, content in each.items()) for each in (job.files, job.handed_in)
    )
    parts = [job.source, files, handed_in, job.settings, job.problem, fingerprint()]
    digest.update(json.dumps(parts, sort_keys=True).encode())
    return digest.hexdigest()


@dataclass(frozen=True)
class Result:
    """The result of a job.

    Attributes:
        notebook: the graded notebook as JSON.
        fingerprint: the fingerprint of the worker.
        timed_out: whether some of the student's code was stopped because it took too long.
        failed: whether it could not be graded. This is never the student's fault.
        refused: why the submission was not graded at all and must not be recorded, or an empty text.
    """

    notebook: bytes
    fingerprint: dict[str, str]
    timed_out: bool = False
    failed: bool = False
    refused: str = ""


Submitted = Sequence[Job]
"""The notebooks of one submission."""


def judge_in_turn(jobs: Submitted) -> list[Result]:
    """Grade the notebooks of one submission in this worker, in turn, within one deadline. It never raises.

    A notebook may take the time that earlier ones have left over, but at least half of an equal share stays for each
    one after it.
    """
    end = time.monotonic() + max(job.settings.get("deadline", Limits.notebook_seconds) for job in jobs)
    results = []
    for k, job in enumerate(jobs):
        left = max(1.0, end - time.monotonic())
        seconds = left * (1 - (len(jobs) - k - 1) / (2 * (len(jobs) - k)))
        results.append(judge(job if len(jobs) == 1 else replace(job, settings={**job.settings, "deadline": seconds})))
    return results


def judge(job: Job) -> Result:
    """Grade one notebook in this worker, and read it only now if it is on the disk. It never raises.

    What fails may be the machine's fault, so it is tried again if it did not take long.
    """
    if job.problem:
        return Result(nothing(job, "unreadable", job.problem), fingerprint())
    until = time.monotonic() + job.settings.get("deadline", Limits.notebook_seconds) / 2
    for left in reversed(range(ATTEMPTS)):
        last = not left or time.monotonic() > until or fork_client.SERVERS.stopped
        result = _judged(job, last)
        if last or not result.failed:
            break
    return result


def _judged(job: Job, last: bool) -> Result:
    """Grade one notebook. Log an error if this is the last attempt."""
    try:
        use_marks(Marks(**job.settings.get("marks", {})))
        limits = Limits(
            job.settings.get("timeout", Limits.cell_seconds),
            job.settings.get("deadline", Limits.notebook_seconds),
            **job.settings.get("limits", {}),
        )
        policy = CONFINED if job.settings.get("sandboxed", True) else None
        edition = job.settings.get("edition", 0)
        calibration = Calibration.from_dict(job.settings["calibration"]) if "calibration" in job.settings else NONE
        preload = job.settings.get("preload")
        grader = NotebookGrader(limits, policy, preload=preload, edition=edition, calibration=calibration)
        data, handed_in = job.load()
        graded = grader.grade(data, _source(job.source), job.files, handed_in)
        outcome = graded.outcome
        return Result(_as_bytes(graded.notebook), fingerprint(), outcome.timed_out, outcome.outcome == "failed")
    except (SubmittedEditionError, ChangedError) as error:
        return Result(b"", fingerprint(), refused=str(error))
    except Exception as error:
        if last and not fork_client.SERVERS.stopped:  # otherwise its processes were ended on purpose
            log.exception("a submission could not be graded")
        return Result(nothing(job, "failed", f"{type(error).__name__}: {error}"), fingerprint(), failed=True)


def nothing(job: Job, outcome: Ending, reason: str) -> bytes:
    """Return the graded notebook of a job that could not be graded, with no points."""
    return _as_bytes(nothing_graded(_source(job.source), outcome, reason).notebook)


def _as_bytes(notebook: NotebookNode) -> bytes:
    """Return a notebook as JSON in one line, with a ? for each character that no file can hold."""
    return json.dumps(notebook, ensure_ascii=False).encode("utf-8", "replace")


@lru_cache(maxsize=16)
def _source(text: str) -> NotebookNode:
    """Return a source notebook, read once for the whole class. Do not change it."""
    return nbformat.reads(text, as_version=4)


def judge_all(
    jobs: Sequence[Submitted], scheduler: str | None = None, workers: int | None = None
) -> Generator[tuple[int, list[Result]]]:
    """Grade all submissions; yield (index, results) as they end. A submission whose worker is lost is tried again.

    If some code of a submission takes too long while others are graded, they may be the cause. So the submission is
    graded once more at the end, alone, and only that result counts.

    Args:
        jobs: the submissions to grade.
        scheduler: address of a Dask scheduler (tcp://… or tls://…); by default threads of this process grade.
        workers: the number of threads; by default one for each processor that this process may use.

    Raises:
        SchedulerError: no scheduler answers at that address, Dask is not installed, or a worker has different versions.
    """
    if not jobs:
        return
    try:
        number = min(workers or processors(), len(jobs))
        with _on_cluster(scheduler, jobs[0][0]) if scheduler else _on_this_machine(number) as (executor, when_quiet):
            alone: list[int] = []
            with closing(_results(executor, dict(enumerate(jobs)), when_quiet)) as results:
                for k, found in results:
                    if number > 1 and any(result.timed_out for result in found):
                        alone.append(k)
                    else:
                        yield k, found
            for k in alone:
                yield from _results(executor, {k: jobs[k]}, when_quiet)
    finally:
        fork_client.SERVERS.resume()
        checker_pool.close_idle()


def _results(
    executor: Executor, jobs: Mapping[int, Submitted], when_quiet: Callable[[], None]
) -> Generator[tuple[int, list[Result]]]:
    """Yield (index, results) of these submissions, graded at the same time. If that is stopped, all processes end."""
    left = iter(jobs.items())
    # a job that goes to a cluster has its bytes, so only some are on their way at once
    ahead = len(jobs) if isinstance(executor, ThreadPoolExecutor) else AHEAD
    waiting: dict[Future[list[Result]], int] = {}
    try:
        while True:
            waiting |= {_submit(executor, job): k for k, job in islice(left, ahead - len(waiting))}
            if not waiting:
                return
            ended, _ = wait(waiting, QUIET_SECONDS, FIRST_COMPLETED)
            if not ended:
                when_quiet()
            for future in ended:
                k = waiting.pop(future)
                yield k, _results_of(future, jobs[k])
    finally:
        for future in waiting:
            future.cancel()
        if waiting and isinstance(executor, ThreadPoolExecutor):
            fork_client.SERVERS.stop()  # when a run is stopped, it does not wait for its workers


def _submit(executor: Executor, jobs: Submitted) -> Future[list[Result]]:
    """Give a submission to a thread of this machine as it is, and to a worker of a cluster with all its bytes."""
    if isinstance(executor, ThreadPoolExecutor):
        return executor.submit(judge_in_turn, jobs)
    try:
        return executor.submit(judge_in_turn, [job.with_bytes() for job in jobs])
    except ChangedError as error:
        changed: Future[list[Result]] = Future()
        changed.set_result([Result(b"", fingerprint(), refused=str(error)) for _ in jobs])
        return changed


def _results_of(future: Future[list[Result]], jobs: Submitted) -> list[Result]:
    """Return the results of a submission, even if its worker failed."""
    try:
        results = future.result()
    except Exception as error:  # it comes from the cluster, because `judge` never raises
        reason = f"{type(error).__name__}: {error}"
        return [Result(nothing(job, "failed", reason), fingerprint(), failed=True) for job in jobs]
    for result in results:
        _must_be_alike(result.fingerprint, "a worker")
    return results


def _must_be_alike(theirs: dict[str, str], worker: str) -> None:
    """Refuse a worker whose results would be stored under the wrong key."""
    if difference := differences(theirs, fingerprint()):
        raise SchedulerError(
            f"The environment of {worker} differs from the one here: {difference}. Install the same versions there, "
            "because a stored result is valid only for the environment that computed it."
        )


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _on_this_machine(number: int) -> Iterator[tuple[Executor, Callable[[], None]]]:
    """Yield threads that grade, and what to do while no job ends: nothing."""
    with ThreadPoolExecutor(number) as executor:
        yield executor, lambda: None


@contextmanager
def _on_cluster(scheduler: str, first: Job) -> Iterator[tuple[Executor, Callable[[], None]]]:
    """Connect to a Dask cluster and let its workers start the fork server that the first job needs.

    Yields:
        The executor, and what to do while no job ends: report a cluster that has no worker.
    """
    try:
        from distributed import Client
    except ImportError:
        raise SchedulerError(
            "Grading on a cluster needs Dask, which is not installed: run `pip install -e '.[cluster]'` in this "
            "environment, or leave --scheduler out to grade on this machine."
        ) from None
    try:
        client = Client(scheduler, timeout=15, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerError(
            f"No Dask scheduler answers at {scheduler} ({error}). Start one with `dask scheduler`, or leave "
            "--scheduler out to grade on this machine."
        ) from None
    with client:
        for address, theirs in client.run(fingerprint).items():
            _must_be_alike(theirs, address)
        client.run(warm_up.prestart, first.settings.get("preload"), on_error="ignore")
        _report_missing_workers(client, scheduler)
        executor = client.get_executor(pure=False, retries=RETRIES)
        yield executor, lambda: _report_missing_workers(client, scheduler)


def _report_missing_workers(client: Client, scheduler: str) -> None:
    """Log one line if the cluster has no worker; a cluster that grows with its work may still get some."""
    if not client.scheduler_info(n_workers=-1)["workers"]:
        log.warning(
            "The Dask cluster at %s has no worker, so grading waits. Start one with `dask worker %s`, or press Ctrl-C: "
            "the grades so far are kept.",
            scheduler,
            scheduler,
        )
